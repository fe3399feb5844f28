import { expect, test } from 'vitest';
import { busyPorts } from '../../../../../electron/desktop/tray/busy-ports.ts';
import type { TrayItem } from '../../../../../electron/desktop/tray/tray-action.ts';
import type { TrayFacts } from '../../../../../electron/desktop/tray/tray-facts.ts';
import { trayMenu } from '../../../../../electron/desktop/tray/tray-menu.ts';
import type { Listener } from '../../../../../shared/contract/ports.ts';
import type { Process } from '../../../../../shared/contract/processes.ts';
import { aFolder } from '../../../../fakes/a-folder.ts';
import { exampleMachine } from '../../../../fakes/example-machine.ts';
import { aListener, aProcess } from '../../../../fakes/rows.ts';
import { aSnapshot, trayFacts } from '../../../../fakes/tray-facts.ts';

const project = (name: string) => ({ name, root: `/code/${name}`, manifest: null, branch: null });

function menuOf(
  listeners: readonly Listener[],
  processes: readonly Process[],
  change: Partial<TrayFacts> = {},
) {
  const facts = trayFacts(aSnapshot(listeners, processes), change);
  return trayMenu(facts, busyPorts(facts.snapshot));
}

function labels(items: readonly TrayItem[]): readonly string[] {
  return items.map((item) => (item.type === 'separator' ? '—' : item.label));
}

/** The items below the one with this label. */
function below(items: readonly TrayItem[], ...path: readonly string[]): readonly TrayItem[] {
  const [label, ...rest] = path;
  if (label === undefined) return items;
  const item = items.find((one) => one.type === 'submenu' && one.label === label);
  return below(item?.type === 'submenu' ? item.items : [], ...rest);
}

const action = (items: readonly TrayItem[], label: string) => {
  const item = items.find((one) => one.type === 'action' && one.label === label);
  return item?.type === 'action' ? item.action : undefined;
};

test('a developer’s machine is grouped, with the tools and the way out at the end', () => {
  const { listeners, processes } = exampleMachine();
  expect(labels(menuOf(listeners, processes))).toMatchInlineSnapshot(`
    [
      "Yours",
      "3000  storefront (node)",
      "5005  billing (java)",
      "5173  admin-ui (node) · network",
      "8080  gateway · network",
      "9229  storefront (node)",
      "62893  docs-site (python3)",
      "—",
      "Others",
      "80  nginx, 4 processes · network",
      "443  nginx, 4 processes · network",
      "631  a program of root",
      "5432  postgres",
      "6379  redis-server",
      "62893  node",
      "62894  café (dev) x",
      "—",
      "Copy a free port",
      "Doctor…",
      "Pause watching",
      "—",
      "Open Berth",
      "Quit",
    ]
  `);
});

test('warnings come first', () => {
  const node = aProcess(1, { project: project('shop') });
  const menu = menuOf([aListener(3000, [node])], [node], { watchedPorts: [3000, 5432] });
  expect(labels(menu).slice(0, 3)).toEqual(['⚠ Nothing listens on 5432, which you watch', '—', 'Yours']);
});

test('a port of yours can be opened, copied, shown, restarted and killed', () => {
  const node = aProcess(41, { project: project('shop') });
  const listener = aListener(3000, [node]);
  const items = below(menuOf([listener], [node]), '3000  shop (node)');
  expect(labels(items)).toEqual([
    'Open in the browser',
    'Copy 127.0.0.1:3000',
    'Show in Berth',
    '—',
    'Restart',
    'Kill',
  ]);
  expect(action(items, 'Open in the browser')).toEqual({
    kind: 'open-address',
    url: 'http://127.0.0.1:3000/',
  });
  expect(action(items, 'Show in Berth')).toEqual({ kind: 'show-port', listenerId: listener.id });
});

test('the kill names what will end and aims at exactly that', () => {
  const node = aProcess(41, { project: project('shop') });
  const listener = aListener(3000, [node]);
  const kill = below(menuOf([listener], [node]), '3000  shop (node)', 'Kill');
  expect(action(kill, 'End node (pid 41)')).toEqual({
    kind: 'kill',
    target: { port: 3000, protocol: 'tcp', owners: [{ pid: 41, startTime: node.startTime }] },
    listenerId: listener.id,
  });
});

test('of a large family the first are named', () => {
  const family = [1, 2, 3, 4, 5].map((pid) => aProcess(pid, { name: 'nginx' }));
  const kill = below(menuOf([aListener(80, family)], family), '80  nginx, 5 processes', 'Kill');
  expect(labels(kill)).toEqual(['End nginx (pid 1), nginx (pid 2), nginx (pid 3) and 2 more']);
});

test('a port that nobody may see cannot be killed', () => {
  const menu = menuOf([aListener(631, [], { ownersHidden: true, socketUser: 'root' })], []);
  const items = below(menu, '631  a program of root');
  expect(labels(items).at(-1)).toBe('Held by a program that only its user can end');
  expect(items.some((item) => item.type === 'submenu')).toBe(false);
});

test('a port that other machines reach says so', () => {
  const node = aProcess(1, { project: project('shop') });
  const menu = menuOf([aListener(3000, [node], { address: '0.0.0.0', reach: 'network' })], [node]);
  expect(labels(menu)).toContain('3000  shop (node) · network');
});

test('an address that is not this machine’s own loopback is not offered to the browser', () => {
  const node = aProcess(1, { project: project('shop') });
  const menu = menuOf([aListener(3000, [node], { address: '192.168.1.5', reach: 'network' })], [node]);
  expect(labels(below(menu, '3000  shop (node) · network'))[0]).toBe('Copy 192.168.1.5:3000');
});

test('what does not fit is counted and leads to the window', () => {
  const owners = Array.from({ length: 20 }, (_, at) => aProcess(at + 1, { project: project(`p${at}`) }));
  const menu = menuOf(
    owners.map((owner, at) => aListener(4000 + at, [owner])),
    owners,
  );
  expect(action(menu, 'and 6 more…')).toEqual({ kind: 'show-window' });
  expect(menu.filter((item) => item.type === 'submenu')).toHaveLength(14);
});

test('served folders have a section of their own and can be stopped', () => {
  const site = aFolder('site');
  const server = aProcess(99, { name: 'berth' });
  const menu = menuOf([aListener(62_893, [server], { folderId: site.id })], [server], { folders: [site] });
  expect(labels(menu).slice(0, 2)).toEqual(['Served folders', '62893  site']);
  const items = below(menu, '62893  site');
  expect(labels(items)).toEqual(['Open in the browser', 'Copy http://127.0.0.1:62893/', '—', 'Stop serving']);
  expect(action(items, 'Stop serving')).toEqual({ kind: 'stop-folder', id: site.id });
});

test('a stopped folder is left out and a failed one is a warning', () => {
  const folders = [
    aFolder('old', { port: 62_894, state: 'stopped', urls: [] }),
    aFolder('site', { state: 'failed', urls: [] }),
  ];
  const menu = menuOf([], [], { folders });
  expect(labels(menu)[0]).toBe('⚠ site is not served any more');
  expect(labels(menu)).not.toContain('Served folders');
});

test('a kill that can be taken back is offered near the top', () => {
  const menu = menuOf([], [], { undo: { id: 'u1', port: 3000, name: 'node' } });
  expect(action(menu, 'Start node on 3000 again')).toEqual({ kind: 'undo', id: 'u1' });
});

test.each([
  [false, 'Pause watching'],
  [true, 'Resume watching'],
])('when paused is %s the menu offers to %s', (isPaused, label) => {
  expect(labels(menuOf([], [], { isPaused }))).toContain(label);
});

test('before the first scan nothing is claimed', () => {
  const facts = trayFacts(aSnapshot([], [], { sequence: 0 }), { watchedPorts: [5432] });
  expect(labels(trayMenu(facts, []))[0]).toBe('Reading the ports…');
});

test('a source that fails is the only warning, for nothing else is known', () => {
  const source = {
    name: 'proc',
    state: 'failing',
    durationMs: 0,
    lastError: 'x',
    fallbackReason: null,
  } as const;
  const facts = trayFacts(aSnapshot([], [], { source }), { watchedPorts: [5432] });
  expect(labels(trayMenu(facts, []))[0]).toBe('⚠ The ports cannot be read right now');
  expect(labels(trayMenu(facts, [])).filter((label) => label.startsWith('⚠'))).toHaveLength(1);
});

test('a port whose localhost leads elsewhere is a warning once', () => {
  const [a, b] = [aProcess(1, { project: project('shop') }), aProcess(2)];
  const menu = menuOf(
    [
      aListener(3000, [a], { localhost: 'On ::1 another program answers.' }),
      aListener(3000, [b], { address: '::1', localhost: 'On 127.0.0.1 another program answers.' }),
    ],
    [a, b],
  );
  expect(labels(menu).filter((label) => label.startsWith('⚠'))).toEqual([
    '⚠ 3000: On ::1 another program answers.',
  ]);
});
