import { spawnSync } from 'node:child_process';

const wrapper = ['unshare', '--net', '--pid', '--mount', '--fork', '--mount-proc'];

/**
 * Runs the benchmark once for each argument, in network, process and mount namespaces of its own where that is permitted, so
 * that the scene holds what it says and nothing else.
 */
export function inOwnNamespaces(file: string, args: readonly string[]): void {
  const isPermitted = spawnSync(wrapper[0] ?? '', [...wrapper.slice(1), 'true']).status === 0;
  if (!isPermitted) console.log('No namespaces may be made here: other programs are measured along.');
  for (const arg of args) {
    const inside = [process.execPath, file, arg];
    const [program = '', ...rest] = isPermitted ? [...wrapper, ...inside] : inside;
    const { status } = spawnSync(program, rest, { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
}
