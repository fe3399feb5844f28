import { assertNever } from '../lib/assert-never.ts';
import type { AppState } from './app-store.ts';
import type { PortRow } from './port-row.ts';
import { selectSearchTerms, selectVisibleRows } from './select-rows.ts';
import type { Grouping } from './view-slice.ts';

/** The line over the rows that belong together. */
export interface GroupHead {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly PortRow[];
  /** Null where it cannot be collapsed: what a search found always shows. */
  readonly collapsed: boolean | null;
}

export type ListItem = PortRow | GroupHead;

export function isGroupHead(item: ListItem): item is GroupHead {
  return 'collapsed' in item;
}

function isPortRow(item: ListItem): item is PortRow {
  return !isGroupHead(item);
}

interface Listed {
  readonly rows: readonly PortRow[];
  readonly grouping: Grouping;
  readonly collapsed: ReadonlySet<string>;
  readonly searching: boolean;
  readonly items: readonly ListItem[];
}

let last: Listed = { rows: [], grouping: 'none', collapsed: new Set(), searching: false, items: [] };

/** Everything the list shows, line by line. Without groups that is the rows themselves. */
export function selectListItems(state: AppState): readonly ListItem[] {
  const rows = selectVisibleRows(state);
  const { grouping, collapsed } = state.view;
  if (grouping === 'none') return rows;
  const searching = selectSearchTerms(state).length > 0;
  const same = rows === last.rows && grouping === last.grouping && collapsed === last.collapsed;
  if (!same || searching !== last.searching) {
    last = { rows, grouping, collapsed, searching, items: groupRows(rows, grouping, collapsed, searching) };
  }
  return last.items;
}

/** The rows that show, in the order in which they do: without those of collapsed groups. */
export function shownRows(state: AppState): readonly PortRow[] {
  if (state.view.grouping === 'none') return selectVisibleRows(state);
  return selectListItems(state).filter(isPortRow);
}

/** The group that the list stands on, if it stands on one. */
export function selectedGroup(state: AppState): GroupHead | null {
  const { selectedId, grouping } = state.view;
  if (selectedId === null || grouping === 'none' || !selectedId.startsWith('group/')) return null;
  const item = selectListItems(state).find(({ id }) => id === selectedId);
  return item && isGroupHead(item) ? item : null;
}

/** The id of the group that a row stands in. */
export function groupIdOf(row: PortRow, grouping: Grouping): string {
  return `group/${grouping}/${keyOf(row, grouping)}`;
}

function groupRows(
  rows: readonly PortRow[],
  grouping: Grouping,
  collapsed: ReadonlySet<string>,
  searching: boolean,
): readonly ListItem[] {
  const groups = new Map<string, PortRow[]>();
  for (const row of rows) {
    const key = keyOf(row, grouping);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups]
    .sort(([one], [other]) => compareKeys(one, other))
    .flatMap(([key, group]) => {
      const id = `group/${grouping}/${key}`;
      const isCollapsed = searching ? null : collapsed.has(id);
      const head: GroupHead = { id, title: titleOf(key, grouping), rows: group, collapsed: isCollapsed };
      return isCollapsed ? [head] : [head, ...group];
    });
}

function keyOf({ listener, owners, projectName }: PortRow, grouping: Grouping): string {
  switch (grouping) {
    case 'none':
      return '';
    case 'project':
      return projectName ?? '';
    case 'process':
      return owners[0]?.name ?? '';
    case 'reach':
      return listener.reach;
    default:
      return assertNever(grouping);
  }
}

const names = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** By name; those without one are last. */
function compareKeys(one: string, other: string): number {
  if (one === '' || other === '') return one === other ? 0 : one === '' ? 1 : -1;
  return names.compare(one, other);
}

function titleOf(key: string, grouping: Grouping): string {
  if (grouping === 'reach') return key === 'network' ? 'On the network' : 'This machine only';
  if (key !== '') return key;
  return grouping === 'project' ? 'No project' : 'Owner not visible';
}
