import { expect, test } from 'vitest';
import { SpanTracker } from '../../../../../electron/core/history/span-tracker.ts';
import type { Listener } from '../../../../../shared/contract/ports.ts';
import type { Process } from '../../../../../shared/contract/processes.ts';
import { aListener, aProcess } from '../../../../fakes/rows.ts';

const at = (second: number) => `2026-01-02T03:04:${String(second).padStart(2, '0')}.000Z`;

function changes(
  second: number,
  change: {
    readonly listeners?: readonly Listener[];
    readonly processes?: readonly Process[];
    readonly removed?: readonly string[];
  },
) {
  return {
    scannedAt: at(second),
    listeners: [...(change.listeners ?? [])],
    removedListeners: [...(change.removed ?? [])],
    processes: [...(change.processes ?? [])],
    removedProcesses: [],
  };
}

const node = aProcess(7);
const python = aProcess(9, { name: 'python3' });

function startedWith(...listeners: readonly Listener[]) {
  const tracker = new SpanTracker([]);
  return { tracker, first: tracker.apply(changes(0, { listeners, processes: [node, python] })) };
}

test('what is there at the beginning was there before', () => {
  const { first } = startedWith(aListener(3000, [node]));
  expect(first).toMatchObject([{ port: 3000, name: 'node', from: at(0), sinceBefore: true, to: null }]);
});

test('what opens later begins then and ends when it closes', () => {
  const { tracker } = startedWith();
  const [opened] = tracker.apply(changes(1, { listeners: [aListener(3000, [node])] }));
  expect(opened).toMatchObject({ from: at(1), sinceBefore: false, to: null, ended: null });
  const closed = tracker.apply(changes(5, { removed: ['tcp/127.0.0.1/3000'] }));
  expect(closed).toEqual([{ ...opened, to: at(5), ended: 'closed' }]);
});

test('one program on both loopback addresses is one span with both', () => {
  const { first } = startedWith(aListener(3000, [node]), aListener(3000, [node], { address: '::1' }));
  expect(first).toHaveLength(1);
  expect(first[0]?.addresses).toEqual(['127.0.0.1', '::1']);
});

test('two programs on the two loopback addresses are two spans', () => {
  const { first } = startedWith(aListener(3000, [node]), aListener(3000, [python], { address: '::1' }));
  expect(first.map(({ name }) => name)).toEqual(['node', 'python3']);
});

test('an address that comes later widens the span, with its reach', () => {
  const { tracker } = startedWith(aListener(3000, [node]));
  const widened = tracker.apply(
    changes(2, { listeners: [aListener(3000, [node], { address: '::', reach: 'network' })] }),
  );
  expect(widened).toMatchObject([{ addresses: ['127.0.0.1', '::'], reach: 'network', from: at(0) }]);
});

test('a port that another program takes is replaced', () => {
  const { tracker } = startedWith(aListener(3000, [node]));
  const spans = tracker.apply(changes(3, { listeners: [aListener(3000, [python])] }));
  expect(spans).toMatchObject([
    { name: 'python3', to: null },
    { name: 'node', to: at(3), ended: 'replaced' },
  ]);
});

test('an owner that is read a moment later is no new holder', () => {
  const unread = aProcess(7, { startTime: '1970-01-01T00:00:00.000Z', name: '' });
  const tracker = new SpanTracker([]);
  const [first] = tracker.apply(changes(0, { listeners: [aListener(3000, [unread])], processes: [unread] }));
  const spans = tracker.apply(changes(1, { listeners: [aListener(3000, [node])], processes: [node] }));
  expect(spans).toMatchObject([{ id: first?.id, name: 'node', from: at(0), to: null }]);
});

test('a forked family counts as the process that began it', () => {
  const child = aProcess(8, { startTime: '2026-01-02T03:05:00.000Z' });
  const tracker = new SpanTracker([]);
  const listener = aListener(80, [child, node]);
  expect(tracker.apply(changes(0, { listeners: [listener], processes: [child, node] }))[0]?.pid).toBe(7);
  expect(tracker.apply(changes(1, { listeners: [aListener(80, [node])] }))).toEqual([]);
});

test('what Berth ends is said to be ended by Berth', () => {
  const { tracker } = startedWith(aListener(3000, [node]), aListener(4000, [python]));
  tracker.expectEnd('tcp', 3000, 'killed');
  const removed = ['tcp/127.0.0.1/3000', 'tcp/127.0.0.1/4000'];
  expect(tracker.apply(changes(1, { removed })).map(({ ended }) => ended)).toEqual(['killed', 'closed']);
});

test('a process that held its port all along goes on in the next run', () => {
  const { first } = startedWith(aListener(3000, [node]), aListener(4000, [python]));
  const next = new SpanTracker(first);
  const again = next.apply(changes(30, { listeners: [aListener(3000, [node])], processes: [node] }));
  expect(again).toEqual([first[0]]);
  expect(next.takeLost().map(({ port }) => port)).toEqual([4000]);
  const [closed] = next.apply(changes(40, { removed: ['tcp/127.0.0.1/3000'] }));
  expect(closed).toMatchObject({ id: first[0]?.id, from: at(0), to: at(40) });
});

test('what cannot be seen is kept without a name', () => {
  const { first } = startedWith(aListener(22, [], { ownersHidden: true }));
  expect(first).toMatchObject([{ port: 22, name: null, pid: null }]);
});

test('nothing new is nothing to write', () => {
  const { tracker } = startedWith(aListener(3000, [node]));
  expect(tracker.apply(changes(1, { listeners: [aListener(3000, [node])] }))).toEqual([]);
});

test('nothing ends before it began, even when the clock was set back', () => {
  const { tracker } = startedWith();
  tracker.apply(changes(40, { listeners: [aListener(3000, [node])] }));
  const closed = tracker.apply(changes(5, { removed: ['tcp/127.0.0.1/3000'] }));
  expect(closed).toMatchObject([{ from: at(40), to: at(40), ended: 'closed' }]);
});
