import type { Settings } from '../../shared/contract/settings.ts';
import type { AppState } from './app-store.ts';
import type { PortRow } from './port-row.ts';

/** Says of a row whether the settings leave it out of the list; null when they leave out none. */
export function hiddenBy(settings: Settings | null): ((row: PortRow) => boolean) | null {
  if (!settings) return null;
  const { hiddenNames, hiddenPorts, hideUdp, hideSystem } = settings;
  if (hiddenNames.length === 0 && hiddenPorts.length === 0 && !hideUdp && !hideSystem) return null;
  const names = new Set(hiddenNames.map((name) => name.toLowerCase()));
  const ports = new Set(hiddenPorts);
  return ({ listener, owners }) =>
    ports.has(listener.port) ||
    (hideUdp && listener.protocol === 'udp') ||
    (hideSystem && listener.identity?.kind === 'system') ||
    // A row that somebody else holds as well is not only what was to be hidden.
    (owners.length > 0 && owners.every(({ name }) => names.has(name.toLowerCase())));
}

interface Kept {
  readonly rows: ReadonlyMap<string, PortRow>;
  readonly settings: Settings | null;
  readonly shown: ReadonlyMap<string, PortRow>;
}

let last: Kept = { rows: new Map(), settings: null, shown: new Map() };

/** The rows without those that the settings hide, unless the person wants to see them for now. */
export function unhiddenRows({ ports, connection, view }: AppState): ReadonlyMap<string, PortRow> {
  const { rows } = ports;
  const { settings } = connection;
  const hides = view.showHidden ? null : hiddenBy(settings);
  if (!hides) return rows;
  if (rows !== last.rows || settings !== last.settings) {
    last = { rows, settings, shown: new Map([...rows].filter(([, row]) => !hides(row))) };
  }
  return last.shown;
}

/** How many rows the settings hide, whether or not they show for now. */
export function countHidden(state: AppState): number {
  const hides = hiddenBy(state.connection.settings);
  if (!hides) return 0;
  if (!state.view.showHidden) return state.ports.rows.size - unhiddenRows(state).size;
  let count = 0;
  for (const row of state.ports.rows.values()) if (hides(row)) count += 1;
  return count;
}
