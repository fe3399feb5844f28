import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './project.mjs';
import { runProgram, say, sayWhenSlow } from './run-program.mjs';

const sources = [
  'electron',
  'renderer',
  'shared',
  'build/icons',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];
const products = [
  'dist/node/cli.js',
  'dist/node/web.js',
  'dist/renderer/index.html',
  'dist/desktop/main.cjs',
];
const stampFile = inProject('dist', 'built-from');

/** True when dist was built from the sources as they are now. */
export function isBuildCurrent() {
  if (!products.every((product) => existsSync(inProject(product)))) return false;
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === describeSources();
}

/** Builds when the sources are others than those of the last build. Throws with what the builder said. */
export async function ensureBuild() {
  if (!isBuildCurrent()) await build();
}

/** Builds. A file that changes meanwhile makes the next start build again. */
export async function build() {
  const from = describeSources();
  const { NODE_ENV: _mode, VITEST: _vitest, ...env } = process.env;
  const vite = [inProject('node_modules/vite/bin/vite.js'), 'build', '--app', '--logLevel', 'warn'];
  const { ok, output } = await sayWhenSlow('Building …', () =>
    runProgram(process.execPath, vite, { output: 'hide', env }),
  );
  if (!ok) {
    say(output.trim());
    throw new Error('The build failed: see above.');
  }
  mkdirSync(inProject('dist'), { recursive: true });
  writeFileSync(stampFile, from);
}

/** Number and newest change of all sources. Folders count too: theirs changes when a file goes. */
function describeSources() {
  const seen = { count: 0, newest: 0 };
  for (const source of sources) visit(inProject(source), seen);
  return `${seen.count} files and folders, newest ${seen.newest}\n`;
}

/** @param {string} place @param {{ count: number, newest: number }} seen */
function visit(place, seen) {
  const found = statSync(place);
  seen.count += 1;
  seen.newest = Math.max(seen.newest, found.mtimeMs);
  if (!found.isDirectory()) return;
  for (const name of readdirSync(place)) visit(path.join(place, name), seen);
}
