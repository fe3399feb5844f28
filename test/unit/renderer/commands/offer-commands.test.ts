import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startApp } from '../../../../renderer/start-app.ts';
import { patchSlice } from '../../../../renderer/store/app-store.ts';
import type { CommandFacts } from '../../../../shared/contract/commands.ts';
import type { Capability } from '../../../../shared/contract/host.ts';
import { FakeBerth } from '../../../fakes/fake-berth.ts';
import { aListener, aProcess } from '../../../fakes/rows.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const node = aProcess(1);
const listener = aListener(3000, [node]);

async function started(capabilities: readonly Capability[]) {
  const host = { capabilities: [...capabilities] };
  const berth = new FakeBerth({ listeners: [listener], processes: [node], host });
  const { app } = startApp(berth.open);
  await vi.advanceTimersByTimeAsync(500);
  const offers = () =>
    berth.asked.flatMap(({ name, arguments: of }) =>
      name === 'window.commands' ? [(of as { commands: CommandFacts[] }).commands] : [],
    );
  return { app, offers, berth };
}

const enabledIn = (offer: readonly CommandFacts[] | undefined, id: string) =>
  offer?.find((command) => command.id === id)?.enabled;

test('a shell with menus hears once what there is to do', async () => {
  const { offers } = await started(['kill', 'native-menu']);
  expect(offers()).toHaveLength(1);
  expect(offers()[0]).toContainEqual(
    expect.objectContaining({ id: 'show-keys', keys: ['?'], enabled: true }),
  );
  expect(enabledIn(offers()[0], 'kill-port')).toBe(false);
});

test('it hears again when something can be done that could not', async () => {
  const { app, offers } = await started(['kill', 'native-menu']);
  patchSlice(app.store, 'view', { selectedId: listener.id });
  await vi.advanceTimersByTimeAsync(500);
  expect(offers()).toHaveLength(2);
  expect(enabledIn(offers()[1], 'kill-port')).toBe(true);
});

test('it hears nothing when nothing about the commands has changed', async () => {
  const { app, offers } = await started(['kill', 'native-menu']);
  patchSlice(app.store, 'view', { inspectorOpen: false });
  await vi.advanceTimersByTimeAsync(500);
  expect(offers()).toHaveLength(1);
});

test('nothing can be done behind a dialog', async () => {
  const { app, offers } = await started(['kill', 'native-menu']);
  patchSlice(app.store, 'view', { keysOpen: true });
  await vi.advanceTimersByTimeAsync(500);
  expect(
    offers()
      .at(-1)
      ?.every(({ enabled }) => !enabled),
  ).toBe(true);
});

test('a shell without menus is told nothing', async () => {
  const { offers } = await started(['kill']);
  expect(offers()).toEqual([]);
});

test('a command that a menu chose is run', async () => {
  const { app, berth } = await started(['native-menu']);
  berth.tellShell({ runCommand: 'show-keys' });
  await vi.advanceTimersByTimeAsync(0);
  expect(app.store.getState().view.keysOpen).toBe(true);
});

test.each(['kill-port', 'no-such-command'])('%s, which cannot be done now, is left alone', async (id) => {
  const { app, berth } = await started(['kill', 'native-menu']);
  berth.tellShell({ runCommand: id });
  await vi.advanceTimersByTimeAsync(500);
  expect(app.store.getState().view.asking).toBeNull();
  expect(berth.asked.some(({ name }) => name === 'ports.kill')).toBe(false);
});
