import type { KillProgress } from '../../shared/contract/kill-plan.ts';
import type { Terminal } from './terminal.ts';

/** Says at a terminal why it still waits, once for each step of each port. */
export function tellKillProgress(terminal: Terminal, runId: string): (progress: KillProgress) => void {
  const told = new Set<string>();
  return ({ runId: run, port, stage, waitedMs, forceAtMs }) => {
    const step = `${port} ${stage}`;
    if (run !== runId || told.has(step)) return;
    told.add(step);
    const left = forceAtMs === null ? null : Math.max(1, Math.round((forceAtMs - waitedMs) / 1000));
    if (stage === 'elevating') terminal.tell(`Port ${port}: the system asks for an administrator.`);
    if (stage === 'closing') {
      terminal.tell(
        `Port ${port}: shutting down; it will be forced in ${left ?? 'some'} s if it does not end.`,
      );
    }
    if (stage === 'forcing') terminal.tell(`Port ${port}: forcing it to end.`);
  };
}
