import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inProject } from './first-run/project.mjs';
import { builderConfig } from './pack/builder-config.mjs';
import { checkPacked } from './pack/check-packed.mjs';
import { packedSystems, runBuilder } from './pack/run-builder.mjs';
import { runPackedCommand } from './pack/run-packed-command.mjs';
import { runPackedWindow } from './pack/run-packed-window.mjs';
import { makeStubElectron } from './pack/stub-electron.mjs';

/** Packs Berth for all systems around a stub of Electron and looks at what came out; on Linux also runs it. */

const place = mkdtempSync(path.join(os.tmpdir(), 'berth-pack-'));
process.once('exit', () => rmSync(place, { recursive: true, force: true }));
const output = path.join(place, 'packages');

// electron-builder does not pack for macOS on Windows.
const systems = packedSystems.filter((system) => process.platform !== 'win32' || system !== 'darwin');

/** @type {string[]} */
const problems = [];
for (const system of systems) {
  const electronDist = path.join(place, `electron-${system}`);
  makeStubElectron(system, electronDist);
  // Nothing of the environment counts: no certificate, no place to publish.
  const config = builderConfig({ env: {}, host: process.platform, electronDist, output });
  await runBuilder(system, config, { targets: ['dir'], onlyX64: true });
  problems.push(...checkPacked(system, output, builtFiles()));
}
if (process.platform === 'linux') {
  const packed = path.join(output, 'linux-unpacked');
  problems.push(...runPackedCommand(packed, place));
  problems.push(...(await runPackedWindow(packed, path.join(place, 'data'))));
}

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`Packed for ${systems.join(', ')}: as it should be.`);

function builtFiles() {
  const bundles = ['desktop', 'node', 'preload', 'renderer'];
  const files = readdirSync(inProject('dist'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(inProject('dist'), path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'));
  return files.filter(
    (file) => bundles.includes(file.split('/')[0] ?? '') && file !== 'node/web.js' && !file.endsWith('.map'),
  );
}
