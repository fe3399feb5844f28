import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { findElectron } from '../../build/first-run/find-electron.mjs';
import { putHintsAway } from '../helpers/put-hints-away.ts';
import { createControl, type DesktopControl } from './control.ts';

const root = path.resolve(import.meta.dirname, '../..');
const hostFolder = path.join(root, 'dist/electron-host');

export interface LaunchOptions {
  /** Everything that the app keeps lies in here. */
  readonly folder: string;
  /** False: real Electron. */
  readonly onStandIn: boolean;
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

export interface LaunchedApp {
  readonly app: ElectronApplication;
  readonly control: DesktopControl;
  /** Resolves with the first window's page. */
  firstPage(): Promise<Page>;
  /** What the app said on standard error until now. */
  messages(): string;
  /** Starts the app again while it runs, as by its icon; resolves with its exit code, null when it had to be ended. */
  startAgain(...args: readonly string[]): Promise<number | null>;
  close(): Promise<void>;
}

/** Milliseconds after which a second start that has not ended by itself is ended. */
const patienceMs = 10_000;

/** The built app. A copy with a fault in it may be put in its place. */
const appFolder = process.env.BERTH_APP_FOLDER ?? root;

export async function launchApp(options: LaunchOptions): Promise<LaunchedApp> {
  const env = environment(options);
  if (env.BERTH_DATA) await putHintsAway(env.BERTH_DATA);
  // Playwright asks the `electron` package for the program, and the package asks this.
  if (options.onStandIn) process.env.ELECTRON_OVERRIDE_DIST_PATH = hostFolder;
  const app = await _electron.launch({
    args: ['-r', path.join(hostFolder, 'recorder.cjs'), appFolder, ...(options.args ?? [])],
    env,
    chromiumSandbox: true,
    colorScheme: null,
    timeout: 30_000,
  });
  const main = app.process();
  let messages = '';
  main.stderr?.on('data', (chunk: Buffer) => {
    messages += chunk;
  });
  return {
    app,
    control: createControl(app),
    firstPage: () => app.firstWindow(),
    messages: () => messages,
    startAgain: (...args) =>
      endOf(spawn(program(options), [appFolder, ...args], { env, stdio: 'ignore', timeout: patienceMs })),
    close: async () => {
      // Playwright waits for ever for the end of what has ended by itself.
      if (main.exitCode === null && main.signalCode === null) await app.close();
    },
  };
}

function environment({ folder, env }: LaunchOptions): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _asNode, ...own } = process.env;
  const all = { ...own, BERTH_DATA: path.join(folder, 'data'), ...env };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function program({ onStandIn }: LaunchOptions): string {
  const found = onStandIn ? path.join(hostFolder, 'electron') : findElectron();
  if (!found) throw new Error('Electron is not there.');
  return found;
}

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('exit', resolve);
    child.once('error', reject);
  });
}
