import { spawn } from 'node:child_process';
import { inProject, root } from '../first-run/project.mjs';

/** Milliseconds after which a runner counts as hanging. */
const deadlineMs = 20 * 60_000;

/**
 * Runs one of the project's tools, its output shown as it comes, nothing on its standard input.
 * @param {string} script  A file below node_modules or in the project.
 * @param {readonly string[]} args @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<boolean>} True when it ended well.
 */
export function runTool(script, args, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [inProject(script), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const timer = setTimeout(() => {
      console.error(`Stopped after ${deadlineMs / 60_000} minutes.`);
      child.kill('SIGKILL');
    }, deadlineMs);
    const onExit = () => child.kill();
    process.once('exit', onExit);
    child.on('error', (error) => console.error(error.message));
    child.on('close', (code) => {
      clearTimeout(timer);
      process.off('exit', onExit);
      resolve(code === 0);
    });
  });
}
