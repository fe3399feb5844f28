import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from '@playwright/test';
import { launchApp } from '../electron-host/launch-app.ts';
import { putHintsAway } from '../helpers/put-hints-away.ts';
import { freePort } from './free-port.ts';

/** What a project of `playwright.config.ts` says in its metadata. */
export interface Shell {
  readonly shell: 'web' | 'desktop';
  /** The desktop shell on the stand-in, because Electron is not here. */
  readonly onStandIn: boolean;
}

export interface OpenedShell {
  readonly page: Page;
  readonly link: string | null;
  close(): Promise<void>;
}

const webBundle = path.resolve(import.meta.dirname, '../../dist/node/web.js');

/** Starts the shell that the project is about. `tab` is an empty page of a browser. */
export function openShell({ shell, onStandIn }: Shell, tab: Page, folder: string): Promise<OpenedShell> {
  return shell === 'web' ? openWeb(tab, folder) : openDesktop(onStandIn, folder);
}

/** Milliseconds after which a server that was asked to end is ended. */
const patienceMs = 5000;

async function openWeb(page: Page, folder: string): Promise<OpenedShell> {
  const data = path.join(folder, 'data');
  await putHintsAway(data);
  const server = spawn(process.execPath, [webBundle, '--no-open', '--port', String(await freePort())], {
    env: { ...process.env, BERTH_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const link = await firstLink(server);
  return { page, link, close: () => end(server) };
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  const timer = setTimeout(() => server.kill('SIGKILL'), patienceMs);
  server.kill('SIGTERM');
  await ended;
  clearTimeout(timer);
}

async function openDesktop(onStandIn: boolean, folder: string): Promise<OpenedShell> {
  const app = await launchApp({ folder, onStandIn });
  return { page: await app.firstPage(), link: null, close: app.close };
}

async function firstLink(server: ChildProcess): Promise<string> {
  if (!server.stdout) throw new Error('The server has no output.');
  for await (const line of createInterface({ input: server.stdout })) {
    const link = /https?:\/\/\S+/.exec(line)?.[0];
    if (link) return link;
  }
  throw new Error('The server ended without a link.');
}
