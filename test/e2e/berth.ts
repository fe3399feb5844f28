import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { openShell, type Shell } from './open-shell.ts';

/** The interface, opened as a person opens it: through the link that was printed, or in the window of the app. */
export interface Berth {
  /** Another one after a restart. */
  readonly page: Page;
  /** Null in the window, which has no address. */
  readonly link: string | null;
  row(port: number | string): Locator;
  /** Searches for the port, so that its row is on the screen however much else listens here. */
  find(port: number): Promise<Locator>;
  /** Ends Berth as a person does, and starts it again. */
  restart(): Promise<void>;
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

  berth: async ({ page: tab, folder }, use, { project }) => {
    const troubles: string[] = [];
    const open = async () => {
      const shell = await openShell(project.metadata as Shell, tab, folder);
      shell.page.removeAllListeners('console');
      shell.page.removeAllListeners('pageerror');
      shell.page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
      });
      shell.page.on('pageerror', (error) => troubles.push(error.message));
      if (shell.link) await shell.page.goto(shell.link);
      await expect(shell.page.getByRole('grid', { name: 'Ports' })).toBeVisible();
      return shell;
    };
    let shell = await open();
    const row = (port: number | string) =>
      shell.page.getByRole('row').filter({ has: shell.page.getByText(String(port), { exact: true }) });
    await use({
      get page() {
        return shell.page;
      },
      link: shell.link,
      row,
      async find(port) {
        await shell.page.getByRole('searchbox').fill(`:${port}`);
        return row(port);
      },
      async restart() {
        // A page that looks for its server is right to say so in the console.
        if (shell.link) await shell.page.goto('about:blank');
        await shell.close();
        shell = await open();
      },
    });
    await shell.close();
    expect(troubles, 'errors and warnings in the console').toEqual([]);
  },
});

export { expect };

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
