import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { test as base, expect, type Locator, type Page } from '@playwright/test';

const webBundle = path.resolve(import.meta.dirname, '../../dist/node/web.js');

/** The interface, opened as a person opens it: through the link that was printed. */
export interface Berth {
  readonly page: Page;
  readonly link: string;
  row(port: number | string): Locator;
  /** Searches for the port, so that its row is on the screen however much else listens here. */
  find(port: number): Promise<Locator>;
  /** Sends the server a signal. */
  signal(name: NodeJS.Signals): void;
}

interface Fixtures {
  readonly berth: Berth;
  /** Starts a program that ends with the test; resolves when it listens. */
  readonly run: (program: string, args: readonly string[], cwd?: string) => Promise<ChildProcess>;
  readonly folder: string;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from here.
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'berth-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },

  // biome-ignore lint/correctness/noEmptyPattern: as above.
  run: async ({}, use) => {
    const started: ChildProcess[] = [];
    await use(async (program, args, cwd) => {
      const child = spawn(program, [...args], { cwd, stdio: ['pipe', 'ignore', 'ignore'] });
      started.push(child);
      await once(child, 'spawn');
      return child;
    });
    for (const child of started) child.kill('SIGKILL');
  },

  berth: async ({ page, folder }, use) => {
    const troubles: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
    });
    page.on('pageerror', (error) => troubles.push(error.message));

    const server = spawn(process.execPath, [webBundle, '--no-open', '--port', String(await freePort())], {
      env: { ...process.env, BERTH_DATA: path.join(folder, 'data') },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const link = await firstLink(server);
    await page.goto(link);
    await expect(page.getByRole('grid', { name: 'Ports' })).toBeVisible();
    const row = (port: number | string) =>
      page.getByRole('row').filter({ has: page.getByText(String(port), { exact: true }) });
    await use({
      page,
      link,
      row,
      async find(port) {
        await page.getByRole('searchbox').fill(`:${port}`);
        return row(port);
      },
      signal: (name) => void server.kill(name),
    });
    server.kill('SIGKILL');
    expect(troubles, 'errors and warnings in the console').toEqual([]);
  },
});

export { expect };

async function firstLink(server: ChildProcess): Promise<string> {
  if (!server.stdout) throw new Error('The server has no output.');
  for await (const line of createInterface({ input: server.stdout })) {
    const link = /https?:\/\/\S+/.exec(line)?.[0];
    if (link) return link;
  }
  throw new Error('The server ended without a link.');
}

/** A port that nothing held a moment ago. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  const server = createServer();
  server.listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return address.port;
}

/** Resolves when the port can be listened on, which is what "free" means. */
export async function canListen(port: number, host = '127.0.0.1'): Promise<boolean> {
  const server = createServer();
  server.listen(port, host);
  try {
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
