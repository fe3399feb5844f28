import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { canListen } from '../e2e/berth.ts';
import { endHoldersFrom } from '../e2e/end-holders-from.ts';
import { test as base, type Desktop, expect } from './desktop.ts';

interface Fixtures {
  /** A desktop that shows tray icons. Linux says so on its session bus, which machines for tests have none of. */
  readonly trayEnv: Record<string, string>;
  readonly withTray: Desktop;
  /** Starts a server of the project `shop`; resolves with its port, which is among the first in every list. */
  readonly serveShop: () => Promise<number>;
  /** The folder of the project. */
  readonly shop: string;
  /** Starts a program of test/programs in the project, which prints where it listens. */
  readonly runInShop: (program: string, ...args: readonly string[]) => Promise<number>;
}

export const test = base.extend<Fixtures & { readonly started: ChildProcess[] }>({
  trayEnv: async ({ folder }, use) => {
    const tool = path.join(folder, 'tools', 'gdbus');
    await mkdir(path.dirname(tool), { recursive: true });
    await writeFile(tool, '#!/bin/sh\necho "(true,)"\n');
    await chmod(tool, 0o755);
    await use({ PATH: `${path.dirname(tool)}${path.delimiter}${process.env.PATH}` });
  },

  withTray: async ({ launch, trayEnv }, use) => use(await launch({ env: trayEnv })),

  shop: async ({ folder }, use) => {
    const shop = path.join(folder, 'shop');
    await mkdir(shop);
    await writeFile(path.join(shop, 'package.json'), '{"name":"shop"}');
    await writeFile(path.join(shop, 'index.html'), 'the shop');
    await use(shop);
  },

  started: async ({ shop }, use) => {
    const started: ChildProcess[] = [];
    await use(started);
    for (const child of started) child.kill('SIGKILL');
    await endHoldersFrom(shop);
  },

  serveShop: async ({ shop, started }, use) => {
    await use(async () => {
      const port = await lowPort();
      const args = ['-m', 'http.server', String(port), '--bind', '127.0.0.1'];
      started.push(spawn('python3', args, { cwd: shop, stdio: 'ignore' }));
      await expect.poll(() => canListen(port), { timeout: 10_000 }).toBe(false);
      return port;
    });
  },

  runInShop: async ({ shop, started }, use) => {
    await use(async (program, ...args) => {
      const file = path.resolve(import.meta.dirname, '../programs', program);
      const child = spawn(process.execPath, [file, ...args], {
        cwd: shop,
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      started.push(child);
      const [line] = (await once(child.stdout, 'data')) as [Buffer];
      return Number(JSON.parse(String(line)).port);
    });
  },
});

export { expect };

/** A port that is free and lower than those that the system gives out, so that a cut list still has it. */
export async function lowPort(): Promise<number> {
  for (let port = 2100 + Math.floor(Math.random() * 300); port < 3000; port += 1) {
    if (await canListen(port)) return port;
  }
  throw new Error('No port is free between 2100 and 3000.');
}
