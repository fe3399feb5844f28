import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startApp } from '../../../../renderer/start-app.ts';
import { patchSlice } from '../../../../renderer/store/app-store.ts';
import { selectInspectedRow } from '../../../../renderer/store/select-inspected.ts';
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
const settle = () => vi.advanceTimersByTimeAsync(0);

async function started() {
  const berth = new FakeBerth({ listeners: [listener], processes: [node] });
  const { app } = startApp(berth.open);
  await settle();
  return { berth, app, state: () => app.store.getState() };
}

test('is live with the facts of the welcome', async () => {
  const { state } = await started();
  expect(state().connection).toMatchObject({ phase: 'live', host: { user: 'maya' } });
  expect([...state().ports.rows.keys()]).toEqual([listener.id]);
});

test('asks for everything again after a gap and has what it missed', async () => {
  const { berth, state } = await started();
  berth.changeUnheard({ listeners: [aListener(4000, [node])] });
  berth.change({ listeners: [aListener(5000, [node])] });
  await settle();
  expect([...state().ports.rows.values()].map((row) => row.listener.port)).toEqual([3000, 4000, 5000]);
});

test('a closed row stays for a moment and then leaves', async () => {
  const { berth, state } = await started();
  berth.change({ removed: [listener.id] });
  await settle();
  expect(state().ports.rows.get(listener.id)?.closed).toBe(true);
  await vi.advanceTimersByTimeAsync(1600);
  expect(state().ports.rows.size).toBe(0);
});

test('a row that opens again within that moment stays', async () => {
  const { berth, state } = await started();
  berth.change({ removed: [listener.id] });
  await vi.advanceTimersByTimeAsync(1000);
  berth.change({ listeners: [listener] });
  await vi.advanceTimersByTimeAsync(1000);
  expect(state().ports.rows.get(listener.id)?.closed).toBe(false);
});

test('the selected row is still known once it has left', async () => {
  const { berth, app, state } = await started();
  patchSlice(app.store, 'view', { selectedId: listener.id });
  berth.change({ removed: [listener.id] });
  await vi.advanceTimersByTimeAsync(1600);
  expect(selectInspectedRow(state())).toMatchObject({ id: listener.id, closed: true });
});

test('a new row is marked for a moment', async () => {
  const { berth, state } = await started();
  const opened = aListener(4000, [node]);
  berth.change({ listeners: [opened] });
  await settle();
  expect(state().ports.marks.get(opened.id)).toBe('opened');
  await vi.advanceTimersByTimeAsync(2100);
  expect(state().ports.marks.size).toBe(0);
});

test('keeps the facts and the selection through a lost connection, and says both ways', async () => {
  const { berth, app, state } = await started();
  patchSlice(app.store, 'view', { selectedId: listener.id });
  berth.goAway();
  await settle();
  expect(state().connection.phase).toBe('lost');
  expect(state().ports.rows.size).toBe(1);
  expect(state().actions.announcement.text).toBe('Connection lost. Trying again.');
  berth.comeBack();
  await vi.advanceTimersByTimeAsync(5000);
  expect(state().connection.phase).toBe('live');
  expect(state().view.selectedId).toBe(listener.id);
  expect(state().actions.announcement.text).toBe('Connected again.');
});

test('only a reload helps a page of another version', async () => {
  const { app } = startApp(new FakeBerth({ protocol: 99 }).open);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(app.store.getState().connection.phase).toBe('mismatch');
});

test('a source that fails is known at once', async () => {
  const { berth, state } = await started();
  berth.setSource({ state: 'failing', lastError: 'no such file' });
  await settle();
  expect(state().ports.source).toMatchObject({ state: 'failing', lastError: 'no such file' });
});
