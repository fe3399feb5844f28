import { expect, test } from 'vitest';
import { createPipe } from '../../../../shared/rpc/create-pipe.ts';
import { connectRecorded } from '../../../helpers/recorded-client.ts';

/** A client whose other side is the test. */
function connected() {
  const sent: Record<string, unknown>[] = [];
  const pipe = createPipe({
    send: (message) => void sent.push(message as Record<string, unknown>),
    close: () => undefined,
  });
  const recorded = connectRecorded(pipe);
  const welcome = (sequence: number) =>
    pipe.receive({ type: 'welcome', protocol: 1, sequence, value: sequence });
  const event = (sequence: number) =>
    pipe.receive({ type: 'event', name: 'changes', sequence, payload: sequence });
  return { pipe, sent, recorded, welcome, event, heard: () => recorded.events.map(([, payload]) => payload) };
}

test('says hello first', () => {
  expect(connected().sent).toEqual([{ type: 'hello', protocol: 1 }]);
});

test('leaves out numbered events that the welcome already holds', () => {
  const { welcome, event, heard } = connected();
  welcome(5);
  for (const sequence of [4, 5, 6, 6, 7]) event(sequence);
  expect(heard()).toEqual([6, 7]);
});

test('asks once for the full state after a gap and tells nothing until it is there', () => {
  const { welcome, event, heard, sent } = connected();
  welcome(5);
  for (const sequence of [6, 8, 9, 10]) event(sequence);
  expect(sent.filter((message) => message.type === 'resync')).toHaveLength(1);
  expect(heard()).toEqual([6]);
  welcome(10);
  event(11);
  expect(heard()).toEqual([6, 11]);
});

test('tells no numbered event before the first welcome', () => {
  const { event, heard } = connected();
  event(1);
  expect(heard()).toEqual([]);
});

test('is not disturbed by what it does not understand', async () => {
  const { pipe, recorded } = connected();
  const call = recorded.client.call('echo', { text: 'a' });
  for (const odd of [null, 5, [], {}, { type: 'answer', id: 77, value: 1 }, { type: 'new-kind' }]) {
    pipe.receive(odd);
  }
  pipe.receive({ type: 'answer', id: 1, value: { text: 'a' } });
  expect(await call).toEqual({ ok: true, value: { text: 'a' } });
});

test('a call that was called off before it was sent is cancelled after it', () => {
  const { sent, recorded } = connected();
  void recorded.client.call('echo', { text: 'a' }, { signal: AbortSignal.abort() });
  expect(sent.slice(1).map((message) => message.type)).toEqual(['call', 'cancel']);
});

test('a finished call no longer listens to its signal', async () => {
  const { pipe, sent, recorded } = connected();
  const abort = new AbortController();
  const call = recorded.client.call('echo', { text: 'a' }, { signal: abort.signal });
  pipe.receive({ type: 'answer', id: 1, value: { text: 'a' } });
  await call;
  abort.abort();
  expect(sent.map((message) => message.type)).toEqual(['hello', 'call']);
});
