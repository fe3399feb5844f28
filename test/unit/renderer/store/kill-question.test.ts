import { expect, test } from 'vitest';
import {
  choicesOf,
  isObvious,
  isPlainRefusal,
  type PlannedChoice,
} from '../../../../renderer/store/kill-question.ts';
import { makePortRow } from '../../../../renderer/store/port-row.ts';
import type { PlannedTarget } from '../../../../shared/contract/kill-plan.ts';
import type { Listener } from '../../../../shared/contract/ports.ts';
import { planOf } from '../../../fakes/plan-of.ts';
import { aListener, aProcess } from '../../../fakes/rows.ts';

const one = aProcess(1);
const two = aProcess(2, { name: 'python3' });
const processes = new Map([one, two].map((process) => [process.key, process]));
const choices = (...listeners: Listener[]) =>
  choicesOf(listeners.map((listener) => makePortRow(listener, processes)));

function question(listeners: readonly Listener[], change: Partial<PlannedTarget> = {}) {
  const made = choices(...listeners);
  const { targets } = planOf(
    made.map(({ target }) => target),
    listeners,
    processes,
  );
  const planned = made.map((choice, index): PlannedChoice => {
    const target = targets[index];
    if (!target) throw new Error('a plan for each');
    return { ...choice, planned: { ...target, ...change } };
  });
  return { force: false, whole: null, choices: planned };
}

test('one port on two addresses is one choice with the owners of both, each once', () => {
  const made = choices(
    aListener(3000, [one]),
    aListener(3000, [one, two], { address: '::1' }),
    aListener(4000, [two]),
  );
  expect(made.map(({ target }) => [target.port, target.owners.map(({ pid }) => pid)])).toEqual([
    [3000, [1, 2]],
    [4000, [2]],
  ]);
  expect(made[0]?.listenerIds).toEqual(['tcp/127.0.0.1/3000', 'tcp/::1/3000']);
});

test('the same number over UDP is another choice', () => {
  expect(choices(aListener(53, [one]), aListener(53, [one], { protocol: 'udp' }))).toHaveLength(2);
});

test('a port whose owner is not seen is no choice', () => {
  expect(choices(aListener(631, []))).toEqual([]);
});

test('only one port that ends as it looks is obvious', () => {
  expect(isObvious(question([aListener(3000, [one])]), false)).toBe(true);
  expect(isObvious(question([aListener(3000, [one])]), true)).toBe(false);
  expect(isObvious(question([aListener(3000, [one])], { verdict: 'stop-instead' }), false)).toBe(false);
  expect(isObvious(question([aListener(3000, [one]), aListener(4000, [two])]), false)).toBe(false);
});

test.each(['gone', 'replaced', 'refused', 'hidden'] as const)('%s is said in the row', (verdict) => {
  expect(isPlainRefusal(question([aListener(3000, [one])], { verdict }))).toBe(true);
});

test('what more rights could do is not said in a row, where nothing could be copied', () => {
  expect(isPlainRefusal(question([aListener(80, [one])], { verdict: 'denied' }))).toBe(false);
  const hidden = { verdict: 'hidden', elevated: 'sudo berth kill 80' } as const;
  expect(isPlainRefusal(question([aListener(80, [one])], hidden))).toBe(false);
});
