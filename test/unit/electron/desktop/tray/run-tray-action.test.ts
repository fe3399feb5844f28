import { beforeEach, expect, test } from 'vitest';
import { PortsUnreadableError } from '../../../../../electron/core/core.ts';
import type { Notice } from '../../../../../electron/desktop/notices/notice.ts';
import { runTrayAction, type TrayHands } from '../../../../../electron/desktop/tray/run-tray-action.ts';
import type { UndoOffer } from '../../../../../electron/desktop/tray/undo-offer.ts';
import type { Navigate } from '../../../../../shared/contract/navigation.ts';
import { fail } from '../../../../../shared/rpc/failure.ts';
import { aProcess } from '../../../../fakes/rows.ts';
import { ScriptedCore } from '../../../../fakes/scripted-core.ts';

let core: ScriptedCore;
let told: Notice[];
let shown: Navigate[];
let copied: string[];
let offers: UndoOffer[];
let steps: string[];
let hands: TrayHands;

beforeEach(() => {
  core = new ScriptedCore();
  [told, shown, copied, offers, steps] = [[], [], [], [], []];
  hands = {
    core,
    asksAlways: () => false,
    showWindow: () => shown.push({ place: 'ports' }),
    showInWindow: (navigate) => shown.push(navigate),
    openAddress: async () => undefined,
    copy: async (text) => void copied.push(text),
    tell: (notice) => told.push(notice),
    setPaused: () => undefined,
    offerUndo: (offer) => offers.push(offer),
    takeUndo: () => undefined,
    updates: {
      check: async () => void steps.push('check'),
      download: async () => void steps.push('download'),
      install: () => void steps.push('install'),
    },
    quit: () => undefined,
  };
});

const node = aProcess(41);
const target = { port: 3000, protocol: 'tcp' as const, owners: [{ pid: 41, startTime: node.startTime }] };
const kill = { kind: 'kill', target, listenerId: 'tcp/127.0.0.1/3000' } as const;

test('kills the obvious and tells what became of the port', async () => {
  await runTrayAction(hands, kill);
  expect(core.killed).toEqual([{ targets: [target], force: false }]);
  expect(told).toEqual([
    { key: 'act 3000', title: 'Port 3000 is free', body: '3000 is freed.', listenerId: kill.listenerId },
  ]);
  expect(shown).toEqual([]);
});

test('a port that was not freed is told as busy', async () => {
  core.killOutcome = 'respawned';
  await runTrayAction(hands, kill);
  expect(told[0]?.title).toBe('Port 3000 is still busy');
});

test('shows the plan in the window when more than the obvious would end, and kills nothing', async () => {
  core.plans.set(3000, { alsoCloses: [{ protocol: 'tcp', address: '127.0.0.1', port: 9229 }] });
  await runTrayAction(hands, kill);
  expect(core.killed).toEqual([]);
  expect(shown).toEqual([{ place: 'ports', listenerId: kill.listenerId, ask: 'kill' }]);
});

test('asks before every kill where the settings say so', async () => {
  await runTrayAction({ ...hands, asksAlways: () => true }, kill);
  expect(core.killed).toEqual([]);
  expect(shown).toEqual([{ place: 'ports', listenerId: kill.listenerId, ask: 'kill' }]);
});

test('tells why a program is not killed', async () => {
  core.plans.set(3000, { verdict: 'refused', reason: 'This is Berth itself.' });
  await runTrayAction(hands, kill);
  expect(told).toMatchObject([{ title: 'Port 3000: not killed', body: 'This is Berth itself.' }]);
  expect(core.killed).toEqual([]);
});

test('tells when the ports cannot be read', async () => {
  core.planKill = async () => {
    throw new PortsUnreadableError('no source');
  };
  await runTrayAction(hands, kill);
  expect(told).toMatchObject([{ title: 'Port 3000: nothing done' }]);
});

test('any other fault is not swallowed', async () => {
  core.planKill = async () => {
    throw new TypeError('a bug');
  };
  await expect(runTrayAction(hands, kill)).rejects.toThrow('a bug');
});

test('offers to take a kill back', async () => {
  const report = await core.kill({ targets: [target], force: false }, new AbortController().signal);
  const [result] = report.results;
  if (!result) throw new Error('no result');
  const processes = [{ pid: 41, startTime: node.startTime, name: 'node', ended: true }];
  const undo = { id: 'u1', until: '2026-01-02T03:05:05.670Z' };
  core.kill = async () => ({ results: [{ ...result, processes, undo }] });
  await runTrayAction(hands, kill);
  expect(offers).toEqual([{ id: 'u1', port: 3000, name: 'node' }]);
});

test('tells what became of a restart', async () => {
  await runTrayAction(hands, { ...kill, kind: 'restart' });
  expect(told).toMatchObject([{ title: 'Port 3000 is not back', body: '3000 is not restarted.' }]);
});

test('tells when a kill cannot be taken back any more', async () => {
  await runTrayAction(hands, { kind: 'undo', id: 'u1' });
  expect(told).toMatchObject([{ title: 'Not started again', body: 'There is nothing to undo.' }]);
});

test('copies a free port and says which', async () => {
  await runTrayAction(hands, { kind: 'find-free-port' });
  expect(copied).toEqual(['62900']);
  expect(told).toMatchObject([{ title: 'Port 62900 is free' }]);
});

test('says why there is no free port and copies nothing', async () => {
  core.freePorts = fail('no-free-port', 'None is free.');
  await runTrayAction(hands, { kind: 'find-free-port' });
  expect(copied).toEqual([]);
  expect(told).toMatchObject([{ body: 'None is free.' }]);
});

test('tells when a folder cannot be stopped', async () => {
  await runTrayAction(hands, { kind: 'stop-folder', id: 'f1' });
  expect(told).toMatchObject([{ title: 'Still served', body: 'There is no such thing.' }]);
});

test.each([
  [
    { kind: 'show-port', listenerId: 'tcp/x' },
    { place: 'ports', listenerId: 'tcp/x' },
  ],
  [{ kind: 'open-doctor' }, { place: 'doctor' }],
] as const)('%j shows it in the window', async (action, navigate) => {
  await runTrayAction(hands, action);
  expect(shown).toEqual([navigate]);
});

test('a newer version is looked for, fetched and installed step by step', async () => {
  for (const kind of ['check-updates', 'fetch-update', 'install-update'] as const) {
    await runTrayAction(hands, { kind });
  }
  expect(steps).toEqual(['check', 'download', 'install']);
});
