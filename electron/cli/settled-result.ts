import type { KillResult, Outcome } from '../../shared/contract/kill.ts';
import type { PlannedTarget } from '../../shared/contract/kill-plan.ts';
import type { Listener } from '../../shared/contract/ports.ts';
import type { Process } from '../../shared/contract/processes.ts';
import { safeText } from './safe-text.ts';

/** Results of ports for which nothing was sent to anybody. */
export const settled = {
  gone: (port: number) => result(port, 'gone', `Port ${port} is free: nothing listened on it.`),

  hidden: ({ port, socketUser }: Listener, privileged: boolean) =>
    result(
      port,
      'denied',
      privileged
        ? `Port ${port} is held by the system itself or from within another namespace: there is no process to end.`
        : `Port ${port} is held by ${socketUser ? `a process of user ${safeText(socketUser)}` : 'a process'} that this ` +
            'user may not see or end: do the same with more rights (sudo, or as administrator).',
    ),

  replaced: (port: number, { name, pid, startTime }: Process) => ({
    ...result(
      port,
      'replaced',
      `Port ${port} was left alone: pid ${pid} is now ${safeText(name)}, started at ${startTime}, another process than was meant.`,
    ),
    newOwner: { pid, name },
  }),

  refused: (port: number, reason: string) =>
    result(port, 'refused', `Port ${port} was left alone: ${reason}`),

  /** Nothing is tried where the plan says that it cannot be done. */
  planned: ({ port, verdict, reason, supervisor, elevation }: PlannedTarget) => ({
    ...result(
      port,
      verdict === 'refused' ? 'refused' : 'denied',
      elevation === 'system'
        ? `${reason} Or let the system ask for an administrator: \`berth kill ${port} --elevate\`.`
        : reason,
    ),
    supervisor: supervisor?.name ?? null,
    supervisorCommand: supervisor?.command ?? null,
  }),
} as const;

function result(port: number, outcome: Outcome, message: string): KillResult {
  return {
    port,
    outcome,
    signals: [],
    waitedMs: 0,
    processes: [],
    newOwner: null,
    supervisor: null,
    supervisorCommand: null,
    undo: null,
    message,
  };
}
