import type { KillChoice } from './choose-kill.ts';
import { formatAddress } from './format-address.ts';
import { safeText } from './safe-text.ts';

/** What would end, for a person to look at before it does. */
export function killPreview({ processes, targets, alsoLost }: KillChoice): string {
  const subject = processes.length === 1 ? 'This process holds' : `These ${processes.length} processes hold`;
  const ports = [...new Set(targets.map((target) => target.port))].join(', ');
  return [
    `${subject} port ${ports} and would be ended:`,
    ...processes.map(
      ({ pid, name, command }) => `  ${safeText(name)} (pid ${pid})  ${safeText(command.join(' '))}`,
    ),
    ...(alsoLost.length > 0 ? [`With it would close: ${alsoLost.map(formatAddress).join(', ')}`] : []),
  ].join('\n');
}
