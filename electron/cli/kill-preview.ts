import type { BoundPort, PlannedProcess, PlannedTarget } from '../../shared/contract/kill-plan.ts';
import type { Process } from '../../shared/contract/processes.ts';
import { formatAddress } from './format-address.ts';
import { safeText } from './safe-text.ts';

/** What would end, port by port, for a person to look at before it does. */
export function killPreview(targets: readonly PlannedTarget[], processes: readonly Process[]): string {
  return targets.flatMap((target) => targetLines(target, processes)).join('\n');
}

function targetLines(target: PlannedTarget, processes: readonly Process[]): readonly string[] {
  return [
    `Port ${target.port}: ${safeText(target.reason)}`,
    ...target.processes.map((process) => `  ${processLine(process, processes)}`),
    ...(target.alsoCloses.length > 0
      ? [`  With it would close: ${target.alsoCloses.map(addressOf).join(', ')}`]
      : []),
  ];
}

function processLine({ pid, name, startTime, role }: PlannedProcess, processes: readonly Process[]): string {
  const command = processes.find((one) => one.pid === pid && one.startTime === startTime)?.command ?? [];
  const detail = role === 'child' ? 'started by it' : safeText(command.join(' '));
  return `${safeText(name)} (pid ${pid})  ${detail}`.trimEnd();
}

function addressOf(bound: BoundPort): string {
  return formatAddress({ ...bound, family: bound.address.includes(':') ? 6 : 4 });
}
