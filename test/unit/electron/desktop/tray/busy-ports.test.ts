import { expect, test } from 'vitest';
import { busyPorts } from '../../../../../electron/desktop/tray/busy-ports.ts';
import type { Listener } from '../../../../../shared/contract/ports.ts';
import type { Process } from '../../../../../shared/contract/processes.ts';
import { aListener, aProcess } from '../../../../fakes/rows.ts';
import { aSnapshot } from '../../../../fakes/tray-facts.ts';

const shop = { name: 'shop', root: '/code/shop', manifest: 'package.json', branch: 'main' };
const mine = aProcess(10, { project: shop });
const other = aProcess(20, { name: 'postgres' });

const of = (listeners: readonly Listener[], processes: readonly Process[] = [mine, other]) =>
  busyPorts(aSnapshot(listeners, processes));

test('a program on both loopback addresses is one line', () => {
  const ports = of([aListener(3000, [mine]), aListener(3000, [mine], { address: '::1' })]);
  expect(ports).toHaveLength(1);
  expect(ports[0]?.listeners.map(({ address }) => address)).toEqual(['127.0.0.1', '::1']);
});

test('two programs on the two loopback addresses are two lines', () => {
  const ports = of([aListener(3000, [mine]), aListener(3000, [other], { address: '::1' })]);
  expect(ports.map(({ owners }) => owners[0]?.name)).toEqual(['node', 'postgres']);
});

test('lines are in the order of their ports', () => {
  const ports = of([aListener(9000, [mine]), aListener(80, [other]), aListener(3000, [mine])]);
  expect(ports.map(({ port }) => port)).toEqual([80, 3000, 9000]);
});

const identity = {
  product: 'Vite dev server',
  target: null,
  confidence: 'certain',
  source: 'command-line',
  evidence: 'vite',
} as const;

test.each<[string, Partial<Listener>, Process, string]>([
  ['of a project', {}, mine, 'yours'],
  ['with a label', { label: 'gateway' }, other, 'yours'],
  ['of a dev server', { identity: { ...identity, kind: 'dev-server' } }, other, 'yours'],
  ['of a database', { identity: { ...identity, kind: 'database' } }, other, 'others'],
  [
    'of a compose service',
    { container: { id: 'c', name: 'c1', image: 'i', composeProject: 'shop', composeService: 'db' } },
    other,
    'yours',
  ],
  [
    'of a lone container',
    { container: { id: 'c', name: 'c1', image: 'i', composeProject: null, composeService: null } },
    other,
    'others',
  ],
  ['of a folder that Berth serves', { folderId: 'f1' }, mine, 'served'],
  ['of anything else', {}, other, 'others'],
])('a port %s is grouped', (_what, change, owner, group) => {
  expect(of([aListener(5000, [owner], change)])[0]?.group).toBe(group);
});

test('UDP is left out unless it is yours', () => {
  const ports = of([
    aListener(5353, [other], { protocol: 'udp' }),
    aListener(7000, [mine], { protocol: 'udp' }),
  ]);
  expect(ports.map(({ port, protocol }) => `${port}/${protocol}`)).toEqual(['7000/udp']);
});

test('a port whose owner is hidden has no owners', () => {
  const [port] = of([aListener(631, [], { ownersHidden: true, socketUser: 'root' })]);
  expect(port?.owners).toEqual([]);
});
