import type { ServeNews, ServeOrder } from './messages.ts';
import { ServeProgram } from './serve-program.ts';

/** The line of an Electron utility process to its parent; absent under plain Node. */
interface UtilityProcess {
  readonly parentPort?: {
    postMessage(message: unknown): void;
    on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  };
}

const { parentPort } = process as UtilityProcess;

const program = new ServeProgram({
  send: (news: ServeNews) => {
    if (parentPort) parentPort.postMessage(news);
    else if (process.connected) process.send?.(news);
  },
  leave: (exitCode) => process.exit(exitCode),
});

const obey = (order: unknown) => void program.obey(order as ServeOrder);
if (parentPort) parentPort.on('message', ({ data }) => obey(data));
else process.on('message', obey);

// Whoever served from here is gone, or wants it to end.
process.on('disconnect', () => process.exit(0));
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void program.stop());
