import { spawn } from 'node:child_process';
import { root } from './project.mjs';

/**
 * @typedef {object} ProgramOptions
 * @property {'show' | 'hide'} [output]  Shown on standard error, never on standard output, which belongs to what is started.
 * @property {number} [deadlineMs]  Milliseconds until it is killed.
 * @property {NodeJS.ProcessEnv} [env]
 *
 * @typedef {object} ProgramEnd
 * @property {boolean} ok
 * @property {boolean} late  Killed at its deadline.
 * @property {string} output  What it printed, where it was hidden.
 */

/**
 * Runs a program to its end; never throws.
 * @param {string} program @param {readonly string[]} args @param {ProgramOptions} [options]
 * @returns {Promise<ProgramEnd>}
 */
export function runProgram(program, args, options = {}) {
  const hidden = options.output === 'hide';
  return new Promise((resolve) => {
    const child = spawn(program, [...args], {
      cwd: root,
      env: options.env ?? process.env,
      stdio: ['ignore', hidden ? 'pipe' : 2, hidden ? 'pipe' : 2],
      windowsHide: true,
      // npm is a .cmd on Windows, and those start through a shell only.
      shell: program.endsWith('.cmd'),
    });
    let output = '';
    let late = false;
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString('utf8');
    };
    const timer = setTimeout(
      () => {
        late = true;
        child.kill('SIGKILL');
      },
      options.deadlineMs ?? 2 ** 31 - 1,
    );
    const onExit = () => child.kill();
    process.once('exit', onExit);
    const end = (/** @type {boolean} */ ok) => {
      clearTimeout(timer);
      process.off('exit', onExit);
      resolve({ ok, late, output });
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', (error) => {
      output += error.message;
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

/** @param {string} message */
export function say(message) {
  process.stderr.write(`${message}\n`);
}

/**
 * Says what goes on, but only when it takes long enough for somebody to wonder.
 * @template T
 * @param {string} message @param {() => Promise<T>} run
 */
export async function sayWhenSlow(message, run) {
  const timer = setTimeout(() => say(message), 1500);
  try {
    return await run();
  } finally {
    clearTimeout(timer);
  }
}
