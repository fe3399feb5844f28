import { expect, test } from 'vitest';
import { collapseGroup, expandGroup, groupByProject } from '../../../../renderer/commands/group-list.ts';
import { inspectPort } from '../../../../renderer/commands/inspect-port.ts';
import { selectNext, selectPrevious } from '../../../../renderer/commands/move-selection.ts';
import type { App } from '../../../../renderer/store/app.ts';
import { createAppStore, patchSlice } from '../../../../renderer/store/app-store.ts';
import { applyEvents } from '../../../../renderer/store/apply-events.ts';
import { isGroupHead, selectListItems, shownRows } from '../../../../renderer/store/list-items.ts';
import { pickAll } from '../../../../renderer/store/pick-rows.ts';
import { defaultSettings } from '../../../../shared/contract/default-settings.ts';
import { refuse } from '../../../../shared/rpc/failure.ts';
import { aHost } from '../../../fakes/fake-berth.ts';
import { aListener, aProcess } from '../../../fakes/rows.ts';

const project = (name: string) => ({ name, root: `/srv/${name}`, manifest: null, branch: null });
const shop = aProcess(1, { project: project('shop') });
const blog = aProcess(2, { name: 'ruby', project: project('Blog') });
const alone = aProcess(3, { name: 'sshd', user: 'root' });

function machine(): App {
  const store = createAppStore();
  const facts = applyEvents(store);
  facts.welcome({
    host: aHost,
    settings: defaultSettings,
    folders: [],
    probes: [],
    snapshot: {
      sequence: 1,
      scannedAt: '2026-01-02T03:04:06.000Z',
      source: { name: 'proc', state: 'ok', durationMs: 1, lastError: null, fallbackReason: null },
      processes: [shop, blog, alone],
      listeners: [
        aListener(22, [alone], { reach: 'network', address: '0.0.0.0' }),
        aListener(3000, [shop]),
        aListener(3001, [shop]),
        aListener(4000, [blog]),
        aListener(631, [], { ownersHidden: true }),
      ],
    },
  });
  const call: App['call'] = async () => ({ ok: false, failure: refuse('disconnected', 'Nobody is there.') });
  return { store, facts, call, reconnect: () => undefined };
}

const lines = ({ store }: App) =>
  selectListItems(store.getState()).map((item) =>
    isGroupHead(item) ? `${item.title} ${item.rows.length}` : item.listener.port,
  );
const selected = ({ store }: App) => store.getState().view.selectedId;

test.each([
  ['none', [22, 631, 3000, 3001, 4000]],
  ['project', ['Blog 1', 4000, 'shop 2', 3000, 3001, 'No project 2', 22, 631]],
  ['process', ['node 2', 3000, 3001, 'ruby 1', 4000, 'sshd 1', 22, 'Owner not visible 1', 631]],
  ['reach', ['This machine only 4', 631, 3000, 3001, 4000, 'On the network 1', 22]],
] as const)('groups by %s, by name, what has none last', (grouping, expected) => {
  const app = machine();
  patchSlice(app.store, 'view', { grouping });
  expect(lines(app)).toEqual(expected);
});

test('keeps the order of the column within each group', () => {
  const app = machine();
  patchSlice(app.store, 'view', { grouping: 'project', sort: { column: 'port', descending: true } });
  expect(lines(app)).toEqual(['Blog 1', 4000, 'shop 2', 3001, 3000, 'No project 2', 631, 22]);
});

test('the arrows walk over heads and rows, and open and close', () => {
  const app = machine();
  groupByProject.run(app);
  selectNext.run(app);
  expect(selected(app)).toBe('group/project/Blog');
  collapseGroup.run(app);
  expect(lines(app)).toEqual(['Blog 1', 'shop 2', 3000, 3001, 'No project 2', 22, 631]);
  selectNext.run(app);
  selectNext.run(app);
  expect(selected(app)).toBe('tcp/127.0.0.1/3000');
  collapseGroup.run(app);
  expect(selected(app)).toBe('group/project/shop');
  selectPrevious.run(app);
  expandGroup.run(app);
  expect(lines(app)).toContain(4000);
});

test('Enter on a head opens and closes its group, and shows no port', () => {
  const app = machine();
  groupByProject.run(app);
  selectNext.run(app);
  inspectPort.run(app);
  expect(lines(app)).not.toContain(4000);
  inspectPort.run(app);
  expect(lines(app)).toContain(4000);
  expect(app.store.getState().view.inspectorOpen).toBe(false);
});

test('a row that goes out of sight with its group leaves the selection to the head', () => {
  const app = machine();
  patchSlice(app.store, 'view', { grouping: 'project', selectedId: 'tcp/127.0.0.1/3001' });
  collapseGroup.run(app);
  collapseGroup.run(app);
  expect(selected(app)).toBe('group/project/shop');
  expect(collapseGroup.enabled(app.store.getState())).toBe(false);
});

test('what a search found shows whatever is collapsed', () => {
  const app = machine();
  patchSlice(app.store, 'view', {
    grouping: 'project',
    collapsed: new Set(['group/project/shop']),
    search: '3001',
  });
  expect(lines(app)).toEqual(['shop 1', 3001]);
});

test('what does not show is not picked with everything', () => {
  const app = machine();
  patchSlice(app.store, 'view', { grouping: 'project', collapsed: new Set(['group/project/shop']) });
  pickAll(app.store);
  expect(app.store.getState().view.picked.has('tcp/127.0.0.1/3000')).toBe(false);
  expect(shownRows(app.store.getState())).toHaveLength(3);
});

test('goes on from the place of a row that has left its group', () => {
  const app = machine();
  patchSlice(app.store, 'view', { grouping: 'project', selectedId: 'tcp/127.0.0.1/3000' });
  const { ports } = app.store.getState();
  const rows = new Map(ports.rows);
  const gone = rows.get('tcp/127.0.0.1/3000') ?? null;
  rows.delete('tcp/127.0.0.1/3000');
  patchSlice(app.store, 'ports', { rows, departed: gone });
  selectNext.run(app);
  expect(selected(app)).toBe('tcp/127.0.0.1/3001');
});

test('the same state gives the same lines', () => {
  const app = machine();
  patchSlice(app.store, 'view', { grouping: 'process' });
  expect(selectListItems(app.store.getState())).toBe(selectListItems(app.store.getState()));
});
