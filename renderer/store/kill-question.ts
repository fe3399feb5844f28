import type { KillTarget } from '../../shared/contract/kill.ts';
import type { PlannedTarget } from '../../shared/contract/kill-plan.ts';
import type { PortRow } from './port-row.ts';

/** One port to end, with the rows that stand for it: one program on 127.0.0.1 and ::1 is one. */
export interface KillChoice {
  readonly listenerIds: readonly string[];
  readonly name: string;
  readonly target: KillTarget;
}

export interface PlannedChoice extends KillChoice {
  readonly planned: PlannedTarget;
}

/** A plan that waits for an answer. */
export interface KillQuestion {
  readonly force: boolean;
  readonly choices: readonly PlannedChoice[];
  /** What the kill is of, when it is of more than a port: `project billing`. */
  readonly whole: string | null;
}

/** True when there is somebody to end, or a container to stop. */
export function holdsPort({ owners, listener }: PortRow): boolean {
  return owners.length > 0 || (listener.container ?? null) !== null;
}

/** The ports of the rows, each with the owners as they are seen now, or else with the container. Other rows are left out. */
export function choicesOf(rows: readonly PortRow[]): readonly KillChoice[] {
  const byPort = new Map<string, KillChoice>();
  for (const row of rows) {
    if (!holdsPort(row)) continue;
    const { protocol, port, container } = row.listener;
    const key = `${protocol}/${port}`;
    const before = byPort.get(key);
    const known = before?.target.owners ?? [];
    const added = row.owners
      .filter(({ pid, startTime }) => !known.some((one) => one.pid === pid && one.startTime === startTime))
      .map(({ pid, startTime }) => ({ pid, startTime }));
    const owners = [...known, ...added];
    const seen = container?.id ?? before?.target.container;
    byPort.set(key, {
      listenerIds: [...(before?.listenerIds ?? []), row.id],
      name: before?.name ?? row.owners[0]?.name ?? container?.name ?? '',
      target: { port, protocol, owners, ...(owners.length === 0 && seen ? { container: seen } : {}) },
    });
  }
  return [...byPort.values()];
}

/** True when nothing is to be asked: one port, and what ends is what the row says. */
export function isObvious({ choices }: KillQuestion, needsConsent: boolean): boolean {
  const [only] = choices;
  return choices.length === 1 && only?.planned.verdict === 'end' && !needsConsent;
}

/** True when the answer is a reason that fits into the row. */
export function isPlainRefusal({ choices }: KillQuestion): boolean {
  const [only] = choices;
  if (choices.length !== 1 || !only) return false;
  const { verdict, elevated } = only.planned;
  return verdict !== 'end' && verdict !== 'stop-instead' && verdict !== 'denied' && elevated === null;
}
