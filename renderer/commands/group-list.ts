import { type AppState, patchSlice } from '../store/app-store.ts';
import { type GroupHead, groupIdOf, selectedGroup, selectListItems } from '../store/list-items.ts';
import { setGroupCollapsed } from '../store/toggle-group.ts';
import type { Grouping } from '../store/view-slice.ts';
import type { Command } from './command.ts';
import { targetRow } from './target-row.ts';

export const groupByNothing = grouper('none', 'Do not group the list');
export const groupByProject = grouper('project', 'Group the list by project');
export const groupByProcess = grouper('process', 'Group the list by process');
export const groupByReach = grouper('reach', 'Group the list by reach');

export const expandGroup: Command = {
  id: 'expand-group',
  area: 'move',
  title: 'Expand the group',
  keys: ['ArrowRight'],
  enabled: (state) => selectedGroup(state)?.collapsed === true,
  run({ store }) {
    const group = selectedGroup(store.getState());
    if (group) setGroupCollapsed(store, group.id, false);
  },
};

/** On a row it goes to the head of its group, as in every tree. */
export const collapseGroup: Command = {
  id: 'collapse-group',
  area: 'move',
  title: 'Collapse the group, or go to its head',
  keys: ['ArrowLeft'],
  enabled: (state) => selectedGroup(state)?.collapsed === false || headOfSelected(state) !== null,
  run({ store }) {
    const state = store.getState();
    const group = selectedGroup(state);
    const head = headOfSelected(state);
    if (group?.collapsed === false) setGroupCollapsed(store, group.id, true);
    else if (head) patchSlice(store, 'view', { selectedId: head.id });
  },
};

function grouper(grouping: Grouping, title: string): Command {
  return {
    id: `group-${grouping}`,
    area: 'list',
    title,
    keys: [],
    enabled: (state) => state.view.grouping !== grouping,
    whyNot: () => 'That is how it is now.',
    run: ({ store }) => patchSlice(store, 'view', { grouping, collapsed: new Set() }),
  };
}

function headOfSelected(state: AppState): GroupHead | null {
  const row = state.view.grouping === 'none' ? null : targetRow(state);
  if (!row) return null;
  const id = groupIdOf(row, state.view.grouping);
  const head = selectListItems(state).find((item) => item.id === id);
  return head && 'collapsed' in head ? head : null;
}
