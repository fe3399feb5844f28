import type { BusyPort } from './busy-ports.ts';
import type { TrayFacts } from './tray-facts.ts';
import { trayWarnings } from './tray-warnings.ts';

/** Told apart by shape as well as by colour. */
export type TrayState = 'normal' | 'warning' | 'paused';

/** What the icon says without being opened. */
export interface TrayFace {
  readonly state: TrayState;
  /** Beside the icon, where the platform has room for it; empty for nothing. */
  readonly count: string;
  readonly tooltip: string;
}

/** Windows cuts a tooltip after 127 characters, so only so many ports are named. */
const mostNamed = 8;

/** The ports of the person are what is counted: those of the system are always there. */
export function trayFace(facts: TrayFacts, ports: readonly BusyPort[]): TrayFace {
  const warnings = trayWarnings(facts, ports);
  const own = ownPorts(ports);
  const state = stateOf(facts, warnings.length > 0);
  return {
    state,
    count: own.length > 0 && state !== 'paused' ? String(own.length) : '',
    tooltip: `Berth: ${sentence(facts, own, warnings[0]?.text)}`.slice(0, 127),
  };
}

/** In the order of the list, each once. */
function ownPorts(ports: readonly BusyPort[]): readonly number[] {
  const own: number[] = [];
  for (const { group, port } of ports) if (group !== 'others' && own.at(-1) !== port) own.push(port);
  return own;
}

function stateOf({ snapshot: { source }, isPaused }: TrayFacts, hasWarnings: boolean): TrayState {
  if (isPaused || source.state === 'failing') return 'paused';
  return hasWarnings ? 'warning' : 'normal';
}

function sentence({ isPaused }: TrayFacts, own: readonly number[], warning: string | undefined): string {
  if (isPaused) return 'watching is paused';
  if (warning !== undefined) return warning;
  if (own.length === 0) return 'no ports of yours are busy';
  const more = own.length - mostNamed;
  return `${own.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''} busy`;
}
