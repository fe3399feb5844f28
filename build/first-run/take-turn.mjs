import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { inProject } from './project.mjs';
import { sayWhenSlow } from './run-program.mjs';

/**
 * Lets only one process at a time install or build in this checkout: two commands started together would delete each
 * other's files. A lock whose process is gone counts for nothing.
 * @template T
 * @param {() => Promise<T>} run
 */
export async function takeTurn(run, lockFile = inProject('dist', 'first-run.lock')) {
  mkdirSync(path.dirname(lockFile), { recursive: true });
  await sayWhenSlow('Waiting for another start that installs or builds …', async () => {
    while (!tryLock(lockFile)) await delay(200);
  });
  const release = () => rmSync(lockFile, { force: true });
  process.once('exit', release);
  try {
    return await run();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** @param {string} lockFile */
function tryLock(lockFile) {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    if (!isHolderAlive(lockFile)) rmSync(lockFile, { force: true });
    return false;
  }
}

/** @param {string} lockFile */
function isHolderAlive(lockFile) {
  try {
    process.kill(Number(readFileSync(lockFile, 'utf8')), 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
