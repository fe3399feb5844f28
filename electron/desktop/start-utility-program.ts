import { utilityProcess } from 'electron';
import type { NodeProgram } from '../core/lib/node-program.ts';

/** A script in a process of its own, without a window: Electron ends it with the app. */
export function startUtilityProgram(file: string): NodeProgram {
  const child = utilityProcess.fork(file, [], { serviceName: 'Berth folder server', stdio: 'ignore' });
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code) => resolve(`exit code ${code}`));
  });
  return {
    // Known once it runs, which is before it says its first word.
    get pid() {
      return child.pid ?? null;
    },
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    ended,
    kill: () => void child.kill(),
  };
}
