import { fork } from 'node:child_process';
import type { NodeProgram } from './node-program.ts';

/** Enough for any folder; a leak ends the server and not the machine. */
const heapMegabytes = 192;

/** Under plain Node. The child ends by itself when the line to it breaks. */
export function forkNodeProgram(file: string): NodeProgram {
  const child = fork(file, [], {
    // In the packed app the program that runs this is Electron, which would start as the app. Node knows nothing of it.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    // Its own complaints would stand in the middle of a terminal.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'json',
  });
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    child.once('error', (error) => resolve(error.message));
  });
  return {
    pid: child.pid ?? null,
    send(message) {
      if (child.connected) child.send(message as object, () => undefined);
    },
    onMessage: (listener) => void child.on('message', listener),
    ended,
    kill: () => void child.kill('SIGKILL'),
  };
}
