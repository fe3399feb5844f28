import type { BoundPort } from '../../../shared/contract/kill-plan.ts';
import { countOf } from '../../lib/count-of.ts';
import type { KillQuestion, PlannedChoice } from '../../store/kill-question.ts';

const namedPorts = 12;

export function questionTitle({ choices, force, whole }: KillQuestion): string {
  const verb = force ? 'Force' : 'Kill';
  const [only] = choices;
  if (whole !== null) return `${verb} everything of ${whole}?`;
  if (choices.length !== 1 || !only) return `${verb} what holds ${countOf(choices.length, 'port')}?`;
  const { verdict, elevation } = only.planned;
  if (verdict === 'end' || verdict === 'stop-instead' || elevation === 'system') {
    return `${verb} ${only.name} on port ${only.target.port}?`;
  }
  return `${only.name} on port ${only.target.port} cannot be ended`;
}

/** `Kill python3, 2 processes`; of several ports `Kill 3 ports, 5 processes`. */
export function killLabel({ choices, force }: KillQuestion, ends: readonly PlannedChoice[]): string {
  const verb = force ? 'Force' : 'Kill';
  const count = countOf(processCount(ends), 'process', 'processes');
  const [only] = choices;
  const what = choices.length === 1 && only ? only.name : countOf(ends.length, 'port');
  return `${verb} ${what}, ${count}`;
}

/** One process that holds three of the ports is one. */
export function processCount(choices: readonly PlannedChoice[]): number {
  const keys = choices.flatMap(({ planned }) =>
    planned.processes.map(({ pid, startTime }) => `${pid}@${startTime}`),
  );
  return new Set(keys).size;
}

/** Button that stops what would start the program again, in the word that belongs to it. */
export function stopLabel(supervisor: string): string {
  const [first = ''] = supervisor.split(' ');
  if (first === 'systemd') return 'Stop the unit instead';
  if (first === 'container') return 'Stop the container instead';
  if (first === 'launchd') return 'Stop the service instead';
  return `Stop ${first} instead`;
}

/** `Ports 9229 and 24678 will close too.`, or null when none would. */
export function alsoClosesText(ports: readonly BoundPort[]): string | null {
  const names = [
    ...new Set(ports.map(({ port, protocol }) => (protocol === 'udp' ? `${port} (UDP)` : String(port)))),
  ];
  if (names.length === 0) return null;
  const rest = names.length - namedPorts;
  const listed = rest > 0 ? [...names.slice(0, namedPorts), `${rest} more`] : names;
  const text =
    listed.length === 1 ? listed[0] : `${listed.slice(0, -1).join(', ')} and ${listed[listed.length - 1]}`;
  return `${names.length === 1 ? 'Port' : 'Ports'} ${text} will close too.`;
}
