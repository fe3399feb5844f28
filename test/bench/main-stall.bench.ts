import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { launchApp } from '../electron-host/launch-app.ts';
import type { Stalls } from '../electron-host/recorder/watch-stalls.ts';
import { inOwnNamespaces } from './in-own-namespaces.ts';
import { percentile } from './measure.ts';
import { scenes } from './scenes.ts';
import { startHelper } from './start-helper.ts';

/** How long the main process of the desktop app stands still while it watches, with its window open. On the stand-in for Electron. */
const self = fileURLToPath(import.meta.url);
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
  print('watching, window open', await stallsOf(control, () => setTimeout(1000)));
  print(
    'while the page loads again',
    await stallsOf(control, () => control.reloadPage().then(() => setTimeout(1000))),
  );

  await close();
  load.stop();
  await rm(folder, { recursive: true, force: true });
}

type Control = Awaited<ReturnType<typeof launchApp>>['control'];

async function stallsOf(control: Control, during: () => Promise<unknown>): Promise<readonly Stalls[]> {
  const all: Stalls[] = [];
  for (let second = 0; second < seconds; second += 1) {
    await control.watchStalls();
    await during();
    all.push(await control.stalls());
  }
  return all;
}

function print(name: string, stalls: readonly Stalls[]): void {
  const own = stalls.map((stall) => stall.own);
  const worst = Math.max(...own);
  const median = percentile(own, 0.5).toFixed(1).padStart(6);
  const waiting = Math.max(...stalls.map(({ withWaiting }) => withWaiting));
  const verdict = worst > target ? '   MISSED' : '';
  console.log(
    `${name.padEnd(28)} median ${median} ms   worst ${worst.toFixed(1).padStart(6)} ms   target ${target} ms${verdict}` +
      `   (worst with waiting for a processor ${waiting.toFixed(1)} ms)`,
  );
}
