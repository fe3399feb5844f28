import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { inProject } from './project.mjs';

const lockFile = inProject('dist', 'first-run.lock');

/**
 * Lets only one process at a time install or build in this checkout: two commands started together would delete each
 * other's files. A lock whose process is gone counts for nothing.
 * @template T
 * @param {() => Promise<T>} run
 */
export async function takeTurn(run) {
  mkdirSync(inProject('dist'), { recursive: true });
  while (!tryLock()) await delay(200);
  const release = () => rmSync(lockFile, { force: true });
  process.once('exit', release);
  try {
    return await run();
  } finally {
    process.off('exit', release);
    release();
  }
}

function tryLock() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    if (!isHolderAlive()) rmSync(lockFile, { force: true });
    return false;
  }
}

function isHolderAlive() {
  try {
    process.kill(Number(readFileSync(lockFile, 'utf8')), 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
