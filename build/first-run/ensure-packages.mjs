import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inProject } from './project.mjs';
import { runProgram, say, sayWhenSlow } from './run-program.mjs';

const stampFile = inProject('node_modules', '.berth-packages');

/** True when node_modules is what the lock file asks for. */
export function arePackagesCurrent() {
  return existsSync(stampFile) ? readFileSync(stampFile, 'utf8') === wanted() : areInstalledByHand();
}

/** True when what npm says it installed is what the lock file asks for; only optional packages may be missing. */
function areInstalledByHand() {
  const installedFile = inProject('node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const installed = lockedPackages(installedFile);
  return Object.entries(lockedPackages(inProject('package-lock.json'))).every(
    ([place, { version, optional }]) =>
      !place || (installed[place]?.version ?? (optional && version)) === version,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version: string, optional?: boolean }>}
 */
function lockedPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** Installs the packages of the lock file where they are missing or others. Throws with what npm said. */
export async function ensurePackages() {
  if (arePackagesCurrent()) return;
  const { ok, output } = await sayWhenSlow('Installing packages …', npmCi);
  if (!ok) {
    say(output.trim());
    throw new Error('npm ci failed: see above.');
  }
  writeFileSync(stampFile, wanted());
}

/** Native packages differ by system and processor, so a copied node_modules is not current. */
function wanted() {
  const lock = createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex');
  return `${lock} ${process.platform}-${process.arch}\n`;
}

function npmCi() {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error', ...cacheArgs()];
  // What npm itself runs as, when this was started by npm.
  const npm = process.env.npm_execpath;
  const options = /** @type {const} */ ({ output: 'hide' });
  if (npm && /\.[cm]?js$/.test(npm)) return runProgram(process.execPath, [npm, ...args], options);
  return runProgram(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}

/** A user without a writable home folder, as services have, gets a cache in the temporary folder. */
function cacheArgs() {
  try {
    accessSync(os.homedir(), constants.W_OK);
    return [];
  } catch {
    return [`--cache=${path.join(os.tmpdir(), `berth-npm-cache-${os.userInfo().uid}`)}`];
  }
}
