import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startApp } from '../../../../renderer/start-app.ts';
import { patchSlice } from '../../../../renderer/store/app-store.ts';
import type { Navigate } from '../../../../shared/contract/navigation.ts';
import { FakeBerth } from '../../../fakes/fake-berth.ts';
import { aListener, aProcess } from '../../../fakes/rows.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const owners = [aProcess(1), aProcess(2)];
const listener = aListener(3000, owners);

async function follow(navigate: Navigate, search = '') {
  const berth = new FakeBerth({ listeners: [listener], processes: owners });
  const { app } = startApp(berth.open);
  await vi.advanceTimersByTimeAsync(0);
  patchSlice(app.store, 'view', { search });
  berth.tellShell({ navigate });
  await vi.advanceTimersByTimeAsync(1000);
  return app.store.getState();
}

test('shows the place', async () => {
  expect((await follow({ place: 'doctor' })).view.place).toBe('doctor');
});

test('shows everything about a listener, also when a search hid it', async () => {
  const { view } = await follow({ place: 'ports', listenerId: listener.id }, 'nothing like it');
  expect(view).toMatchObject({ selectedId: listener.id, inspectorOpen: true, search: '' });
});

test('finds a listener by its port', async () => {
  expect((await follow({ place: 'ports', port: 3000 })).view.selectedId).toBe(listener.id);
});

test('asks about a kill that would end more than one thing', async () => {
  const { view } = await follow({ place: 'ports', listenerId: listener.id, ask: 'kill' });
  expect(view.asking?.choices[0]?.target.port).toBe(3000);
});

test('shows the list when the listener has gone', async () => {
  const { view } = await follow({ place: 'ports', listenerId: 'tcp/127.0.0.1/4000', ask: 'kill' });
  expect(view).toMatchObject({ place: 'ports', selectedId: null, asking: null });
});

test('says what the shell has to say', async () => {
  const { actions } = await follow({ place: 'folders', message: 'a.txt is a file.' });
  expect(actions.announcement.text).toBe('a.txt is a file.');
});
