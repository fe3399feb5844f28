import { expect, test } from 'vitest';
import { needsAsking, planKill } from '../../../../renderer/store/plan-kill.ts';
import { makePortRow } from '../../../../renderer/store/port-row.ts';
import type { Listener } from '../../../../shared/contract/ports.ts';
import { aListener, aProcess } from '../../../fakes/rows.ts';

const one = aProcess(1);
const two = aProcess(2);
const processes = new Map([one, two].map((process) => [process.key, process]));
const rowsOf = (...listeners: Listener[]) => listeners.map((listener) => makePortRow(listener, processes));

function plan(...listeners: Listener[]) {
  const rows = rowsOf(...listeners);
  const [first] = rows;
  if (!first) throw new Error('a plan needs a row');
  return planKill(first, rows, false);
}

test('one process on one port ends without a question', () => {
  expect(needsAsking(plan(aListener(3000, [one]), aListener(4000, [two])))).toBe(false);
});

test('more than one process is asked about', () => {
  expect(needsAsking(plan(aListener(3000, [one, two])))).toBe(true);
});

test('other ports of the same process are named, each once, and asked about', () => {
  const made = plan(
    aListener(3000, [one]),
    aListener(9229, [one]),
    aListener(9229, [one], { address: '::1' }),
    aListener(80, [one, two]),
  );
  expect(made.otherPorts).toEqual([80, 9229]);
  expect(needsAsking(made)).toBe(true);
});

test('the same port on another address is not another port', () => {
  expect(needsAsking(plan(aListener(3000, [one]), aListener(3000, [one], { address: '::1' })))).toBe(false);
});
