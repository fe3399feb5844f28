import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { launchApp } from '../electron-host/launch-app.ts';
import { watchStalls } from '../electron-host/recorder/watch-stalls.ts';
import { inOwnNamespaces } from './in-own-namespaces.ts';
import { percentile } from './measure.ts';
import { scenes } from './scenes.ts';
import { startHelper } from './start-helper.ts';

/** How long the main process of the desktop app stands still while it watches, with its window open. On the stand-in for Electron. */
const self = fileURLToPath(import.meta.url);
/** Milliseconds that watching may block it for. */
const target = 20;
const seconds = 20;

if (process.argv[2] === undefined) {
  spawnSync(process.execPath, [path.resolve('test/electron-host/build.mjs')], { stdio: 'inherit' });
  inOwnNamespaces(self, ['20', '10000']);
} else await measure(Number(process.argv[2]));

async function measure(listeners: number): Promise<void> {
  const scene = scenes.find(({ load }) => load.listeners === listeners);
  if (!scene) throw new Error(`no scene with ${listeners} listeners`);
  spawnSync('ip', ['link', 'set', 'lo', 'up']);
  const load = startHelper('listen_load.py', JSON.stringify(scene.load));
  await load.nextLine();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'berth-bench-'));
  const { control, firstPage, close } = await launchApp({ folder, onStandIn: true });
  const page = await firstPage();
  await page.getByRole('grid', { name: 'Ports' }).waitFor();
  await setTimeout(3000);

  console.log(`\n${scene.name}: longest stall of the main process in each of ${seconds} seconds`);
  print('watching, window open', await stallsOf(control, () => setTimeout(1000)), target);
  print(
    'while the page loads again',
    await stallsOf(control, () => control.reloadPage().then(() => setTimeout(1000))),
    Number.POSITIVE_INFINITY,
  );

  await close();
  load.stop();
  await rm(folder, { recursive: true, force: true });
}

type Control = Awaited<ReturnType<typeof launchApp>>['control'];

/** Milliseconds. An idle program beside the app shows what the machine itself adds. */
interface Second {
  readonly main: number;
  readonly idle: number;
}

async function stallsOf(control: Control, during: () => Promise<unknown>): Promise<readonly Second[]> {
  const all: Second[] = [];
  for (let second = 0; second < seconds; second += 1) {
    const idle = watchStalls();
    await control.watchStalls();
    await during();
    all.push({ main: (await control.stalls()).own, idle: idle.longest().own });
    idle.stop();
  }
  return all;
}

function print(name: string, stalls: readonly Second[], most: number): void {
  const main = stalls.map((second) => second.main);
  const worst = Math.max(...main);
  const noise = Math.max(...stalls.map(({ idle }) => idle));
  const show = (stall: number) => `${stall.toFixed(1).padStart(6)} ms`;
  const verdict = worst > Math.max(most, noise) ? '   MISSED' : '';
  console.log(
    `${name.padEnd(28)} median ${show(percentile(main, 0.5))}   90th percentile ${show(percentile(main, 0.9))}` +
      `   worst ${show(worst)}   worst of an idle program ${show(noise)}${verdict}`,
  );
}
