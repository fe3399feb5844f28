import { allCommands } from '../../commands/all-commands.ts';
import type { Command, CommandArea } from '../../commands/command.ts';
import { targetRow } from '../../commands/target-row.ts';
import { formatAddress } from '../../lib/format-address.ts';
import { fuzzyMatch } from '../../lib/fuzzy-match.ts';
import type { AppState } from '../../store/app-store.ts';
import { matchRow } from '../../store/match-row.ts';
import type { PortRow } from '../../store/port-row.ts';
import { parseSearch } from '../../store/search-query.ts';

export interface CommandItem {
  readonly id: string;
  readonly title: string;
  readonly at: readonly number[];
  readonly command: Command;
  /** Why it cannot run now, null when it can. */
  readonly reason: string | null;
}

export interface PortItem {
  readonly id: string;
  readonly row: PortRow;
}

export type PaletteItem = CommandItem | PortItem;

export interface PaletteGroup {
  readonly value: string;
  readonly items: readonly PaletteItem[];
}

const mostPorts = 8;
const mostRecent = 4;

/** What the palette offers for a query: ports by number first, then commands by how well they match. */
export function paletteGroups(state: AppState, query: string): readonly PaletteGroup[] {
  const text = query.trim();
  const groups = text === '' ? allGroups(state) : foundGroups(state, text);
  return groups.filter(({ items }) => items.length > 0);
}

function allGroups(state: AppState): readonly PaletteGroup[] {
  const items = allCommands.filter(isOffered).map((command) => toItem(state, command, []));
  const recent = state.view.recentIds
    .flatMap((id) => items.find(({ command }) => command.id === id) ?? [])
    .filter(({ reason }) => reason === null)
    .slice(0, mostRecent);
  const rest = items.filter((item) => !recent.includes(item));
  const inArea = (area: CommandArea) => enabledFirst(rest.filter(({ command }) => command.area === area));
  const port = { value: portTitle(state), items: inArea('port') };
  const others = [
    { value: 'List', items: inArea('list') },
    { value: 'Berth', items: inArea('app') },
  ];
  // What can be done with a port comes first only when there is one.
  const ordered = targetRow(state) ? [port, ...others] : [...others, port];
  return [{ value: 'Recent', items: recent }, ...ordered];
}

function foundGroups(state: AppState, text: string): readonly PaletteGroup[] {
  const found = allCommands.filter(isOffered).flatMap((command) => {
    const match = fuzzyMatch(titleOf(state, command), text);
    return match
      ? [{ item: toItem(state, command, match.at), score: match.score + recency(state, command) }]
      : [];
  });
  found.sort((one, other) => other.score - one.score);
  return [
    { value: 'Ports', items: findPorts(state, text) },
    { value: 'Commands', items: enabledFirst(found.map(({ item }) => item)) },
  ];
}

function findPorts({ ports, connection }: AppState, text: string): readonly PortItem[] {
  const terms = parseSearch(text);
  if (terms.length === 0) return [];
  const user = connection.host?.user ?? null;
  const exact = Number(/^:?(\d+)$/.exec(text)?.[1] ?? Number.NaN);
  return [...ports.rows.values()]
    .filter((row) => !row.closed && matchRow(row, terms, user))
    .sort((one, other) => {
      const first = Number(other.listener.port === exact) - Number(one.listener.port === exact);
      return first || one.listener.port - other.listener.port;
    })
    .slice(0, mostPorts)
    .map((row) => ({ id: `port/${row.id}`, row }));
}

/** Moving is for keys: nobody looks it up to press Enter on it. */
function isOffered({ area, id }: Command): boolean {
  return area !== 'move' && id !== 'open-palette';
}

function toItem(state: AppState, command: Command, at: readonly number[]): CommandItem {
  const reason = command.enabled(state) ? null : (command.whyNot?.(state) ?? 'Not possible now.');
  return { id: command.id, title: titleOf(state, command), at, command, reason };
}

function titleOf(state: AppState, command: Command): string {
  return command.titleFor?.(state) ?? command.title;
}

function recency({ view: { recentIds } }: AppState, { id }: Command): number {
  const index = recentIds.indexOf(id);
  return index === -1 ? 0 : Math.max(0, 3 - index);
}

function enabledFirst(items: readonly CommandItem[]): readonly CommandItem[] {
  return [...items.filter(({ reason }) => reason === null), ...items.filter(({ reason }) => reason !== null)];
}

function portTitle(state: AppState): string {
  const row = targetRow(state);
  if (!row) return 'Port';
  const address = formatAddress(row.listener.address, row.listener.port);
  return [address, row.owners[0]?.name].filter(Boolean).join(', ');
}
