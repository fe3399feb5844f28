import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from '../../build/first-run/ensure-build.mjs';
import { faults } from './faults.mjs';

/**
 * `node test/electron-host/plant-faults.mjs [words of a name]`: plants each fault of faults.mjs in a copy of the built app, runs the
 * spec that must notice, and says whether it did. Ends with 1 when a fault was not noticed or fits the app no longer, or when a spec
 * is red without any fault.
 *
 * @typedef {import('./faults.mjs').Fault} Fault
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const deadlineMs = 120_000;
const wanted = process.argv.slice(2).join(' ');
const chosen = faults.filter(({ name }) => name.includes(wanted));

await ensureBuild();
let isWell = await isGreenWithout(chosen);
for (const fault of isWell ? chosen : []) {
  const outcome = await tryFault(fault);
  console.log(`${outcome.padEnd(12)} ${fault.name.padEnd(52)} ${fault.spec}: ${fault.title} …`);
  if (outcome !== 'caught') isWell = false;
}
if (!isWell) process.exitCode = 1;

/** @param {Fault} fault @returns {Promise<'caught' | 'NOT CAUGHT' | 'DOES NOT FIT'>} */
function tryFault(fault) {
  return withCopy(async (folder) => {
    for (const { file, find, replace } of fault.edits) {
      const place = path.join(folder, 'dist', file);
      const before = readFileSync(place, 'utf8');
      const after = before.replace(find, replace);
      if (after === before) return 'DOES NOT FIT';
      writeFileSync(place, after);
    }
    return (await runSpecs(folder, [fault])) ? 'NOT CAUGHT' : 'caught';
  });
}

/** A spec that is red anyway notices nothing. @param {readonly Fault[]} tried */
async function isGreenWithout(tried) {
  const isGreen = await withCopy((folder) => runSpecs(folder, tried));
  if (!isGreen) console.error('These specs are red without a fault, or there is none by their titles.');
  return isGreen;
}

/** @template T @param {(folder: string) => Promise<T>} use @returns {Promise<T>} */
async function withCopy(use) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'berth-fault-'));
  try {
    cpSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
    for (const part of ['desktop', 'preload', 'renderer']) {
      cpSync(path.join(root, 'dist', part), path.join(folder, 'dist', part), { recursive: true });
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder @param {readonly Fault[]} about @returns {Promise<boolean>} True when they are green. */
function runSpecs(folder, about) {
  const titles = [...new Set(about.map(({ title }) => literally(title)))].join('|');
  const files = [...new Set(about.map(({ spec }) => `test/desktop/${spec}`))];
  const cli = path.join(root, 'node_modules/@playwright/test/cli.js');
  const options = ['-c', 'build/playwright.config.ts', '--reporter=line', '--timeout=30000', '-g', titles];
  const output = path.join(folder, 'results');
  const child = spawn(process.execPath, [cli, 'test', ...options, `--output=${output}`, ...files], {
    cwd: root,
    env: { ...process.env, BERTH_APP_FOLDER: folder },
    stdio: 'ignore',
    timeout: deadlineMs,
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0));
  });
}

/** @param {string} text */
function literally(text) {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
