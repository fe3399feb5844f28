import { spawn } from 'node:child_process';
import { inProject, root } from './project.mjs';
import { say } from './run-program.mjs';

/** Milliseconds that a start waits for the download. */
const patienceMs = 15_000;

/**
 * Tries to fetch Electron's program. Answers null when it is there now, else why not. A download that is slow but not failing goes
 * on while Berth runs, for the next start.
 * @returns {Promise<string | null>}
 */
export function fetchElectron() {
  say('Fetching Electron …');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [inProject('node_modules/electron/install.js')], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
    });
    let errors = '';
    const timer = setTimeout(() => {
      child.unref();
      resolve(`Electron is still being fetched after ${patienceMs / 1000} s, the next start may have it`);
    }, patienceMs);
    const stop = () => child.kill();
    process.once('exit', stop);
    child.stderr.on('data', (/** @type {Buffer} */ chunk) => {
      errors += chunk.toString('utf8');
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      process.off('exit', stop);
      resolve(code === 0 ? null : `Electron could not be fetched (${firstReason(errors)})`);
    });
  });
}

/** @param {string} errors */
function firstReason(errors) {
  const line = errors.split('\n').find((text) => /error|ENOTFOUND|ECONN|ETIMEDOUT|EACCES/i.test(text));
  return (
    (line ?? errors.split('\n')[0] ?? '')
      .replace(/^\s*\w*Error:\s*/, '')
      .trim()
      .slice(0, 120) || 'no reason given'
  );
}
