import { expect, test } from 'vitest';
import { busyPorts } from '../../../../../electron/desktop/tray/busy-ports.ts';
import { trayFace } from '../../../../../electron/desktop/tray/tray-face.ts';
import type { TrayFacts } from '../../../../../electron/desktop/tray/tray-facts.ts';
import type { Snapshot } from '../../../../../shared/contract/snapshot.ts';
import { aListener, aProcess } from '../../../../fakes/rows.ts';
import { aSnapshot, trayFacts } from '../../../../fakes/tray-facts.ts';

const node = aProcess(1, { project: { name: 'shop', root: '/shop', manifest: null, branch: null } });
const system = aProcess(2, { name: 'cupsd' });

function faceOf(ports: readonly number[], facts: Partial<TrayFacts> = {}, snapshot: Partial<Snapshot> = {}) {
  const listeners = [...ports.map((port) => aListener(port, [node])), aListener(631, [system])];
  const all = trayFacts(aSnapshot(listeners, [node, system], snapshot), facts);
  return trayFace(all, busyPorts(all.snapshot));
}

test('counts and names the ports that are yours', () => {
  expect(faceOf([3000, 5173])).toEqual({ state: 'normal', count: '2', tooltip: 'Berth: 3000, 5173 busy' });
});

test('has no number beside it when there is nothing of yours', () => {
  expect(faceOf([])).toEqual({ state: 'normal', count: '', tooltip: 'Berth: no ports of yours are busy' });
});

test('names so many ports and counts the rest', () => {
  const ports = Array.from({ length: 10 }, (_, at) => 4000 + at);
  expect(faceOf(ports).tooltip).toMatch(/^Berth: 4000, .*4007 and 2 more busy$/);
});

test('a warning changes the shape and is what the tooltip says', () => {
  expect(faceOf([3000], { watchedPorts: [5432] })).toEqual({
    state: 'warning',
    count: '1',
    tooltip: 'Berth: Nothing listens on 5432, which you watch',
  });
});

test('paused shows no count, which would not be true any more', () => {
  expect(faceOf([3000], { isPaused: true })).toEqual({
    state: 'paused',
    count: '',
    tooltip: 'Berth: watching is paused',
  });
});

test('looks paused while the ports cannot be read', () => {
  const source = {
    name: 'proc',
    state: 'failing',
    durationMs: 0,
    lastError: 'x',
    fallbackReason: null,
  } as const;
  expect(faceOf([3000], {}, { source }).state).toBe('paused');
});

test('a tooltip is never longer than Windows shows', () => {
  const localhost = 'x'.repeat(300);
  const all = trayFacts(aSnapshot([aListener(3000, [node], { localhost })], [node]));
  expect(trayFace(all, busyPorts(all.snapshot)).tooltip).toHaveLength(127);
});
