import { isDenied, mayExist } from './may-exist.ts';
import type { Delivery, ProcessControl, Signal } from './process-control.ts';

/** Like `process.kill`: throws ESRCH when there is no such process and EPERM when it may not be signalled. */
export type SendSignal = (pid: number, signal: NodeJS.Signals) => unknown;

/** Signals of Linux and macOS. */
export function createPosixControl(
  isStopped: (pid: number) => Promise<boolean>,
  send: SendSignal = (pid, signal) => process.kill(pid, signal),
): ProcessControl {
  return {
    ask: posixSignal('SIGTERM', send),
    force: posixSignal('SIGKILL', send),
    resume: posixSignal('SIGCONT', send),
    mayExist,
    isDenied,
    isStopped,
  };
}

function posixSignal(name: NodeJS.Signals, send: SendSignal): Signal {
  return { name, send: async (pid) => deliver(pid, name, send) };
}

/** EPERM means alive and somebody else's; ESRCH means that it is gone. */
function deliver(pid: number, name: NodeJS.Signals, send: SendSignal): Delivery {
  // 0 and negative numbers address whole groups of processes.
  if (!Number.isInteger(pid) || pid <= 0) throw new RangeError(`${pid} is not the pid of one process`);
  try {
    send(pid, name);
    return 'sent';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EPERM') return 'denied';
    if (code === 'ESRCH') return 'gone';
    throw error;
  }
}
