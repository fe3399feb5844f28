import { expect, test } from 'vitest';
import { createPipe, type PipeTransport } from '../../../../shared/rpc/create-pipe.ts';

function recorded(more: Partial<PipeTransport> = {}) {
  const sent: unknown[] = [];
  const closes: string[] = [];
  const pipe = createPipe({
    send: (message) => void sent.push(message),
    close: (reason) => void closes.push(reason),
    ...more,
  });
  return { pipe, sent, closes };
}

test('keeps what arrives early, in order, for the first listener', () => {
  const { pipe } = recorded();
  pipe.receive(1);
  pipe.receive(2);
  const heard: unknown[] = [];
  pipe.onMessage((message) => void heard.push(message));
  pipe.receive(3);
  expect(heard).toEqual([1, 2, 3]);
});

test('a later listener replaces the first', () => {
  const { pipe } = recorded();
  const heard: string[] = [];
  pipe.onMessage(() => void heard.push('first'));
  pipe.onMessage(() => void heard.push('second'));
  pipe.receive(1);
  expect(heard).toEqual(['second']);
});

test('closes its transport once and tells every listener once', () => {
  const { pipe, closes } = recorded();
  const heard: string[] = [];
  pipe.onClose((reason) => void heard.push(`a ${reason}`));
  pipe.onClose((reason) => void heard.push(`b ${reason}`));
  pipe.close('first');
  pipe.close('second');
  pipe.closed('third');
  expect(closes).toEqual(['first']);
  expect(heard).toEqual(['a first', 'b first']);
});

test('tells a listener that comes after the end at once', () => {
  const { pipe } = recorded();
  pipe.closed('gone');
  const heard: string[] = [];
  pipe.onClose((reason) => void heard.push(reason));
  expect(heard).toEqual(['gone']);
});

test('sends, receives and drains nothing after the end', () => {
  const { pipe, sent } = recorded();
  const heard: unknown[] = [];
  pipe.onMessage((message) => void heard.push(message));
  pipe.onDrain(() => void heard.push('drained'));
  pipe.closed('gone');
  pipe.send(1);
  pipe.receive(2);
  pipe.drained();
  expect([sent, heard]).toEqual([[], []]);
});

test('is congested exactly when its transport is', () => {
  let congested = true;
  const { pipe } = recorded({ congested: () => congested });
  expect(pipe.congested).toBe(true);
  congested = false;
  expect(pipe.congested).toBe(false);
  expect(recorded().pipe.congested).toBe(false);
});
