import { expect, test } from 'vitest';
import { actionText, secondsToForce } from '../../../../../renderer/features/ports/action-text.ts';
import type { ActingState } from '../../../../../renderer/store/actions-slice.ts';
import type { KillProgress } from '../../../../../shared/contract/kill-plan.ts';

function acting(
  change: Partial<ActingState>,
  stage?: KillProgress['stage'],
  forceAtMs: number | null = null,
) {
  const told = { runId: 'run', port: 80, protocol: 'tcp', waitedMs: 1000, at: 10_000, forceAtMs } as const;
  const progress = stage ? { ...told, stage } : null;
  const abort = new AbortController();
  return {
    phase: 'acting',
    kind: 'kill',
    since: 0,
    force: false,
    runId: 'run',
    abort,
    progress,
    ...change,
  } as const;
}

test.each([
  ['asked', 'Asked to end'],
  ['closing', 'Shutting down…'],
  ['forcing', 'Forcing…'],
  ['watching', 'Making sure that it stays free…'],
] as const)('%s is called "%s"', (stage, text) => {
  expect(actionText(acting({}, stage), false)).toBe(text);
});

test('until the first news, what can be seen is said', () => {
  expect(actionText(acting({}), false)).toBe('Asked to end, waiting…');
  expect(actionText(acting({ force: true }), false)).toBe('Ending by force…');
  expect(actionText(acting({}), true)).toBe('Closed. Making sure that it stays free…');
});

test('counts down from when the news came, and not below nothing', () => {
  const action = acting({}, 'asked', 4000);
  expect(secondsToForce(action, 10_000)).toBe(3);
  expect(secondsToForce(action, 11_500)).toBe(2);
  expect(secondsToForce(action, 60_000)).toBe(0);
});

test('counts nothing down that will not be forced, or is already', () => {
  expect(secondsToForce(acting({}, 'asked'), 10_000)).toBeNull();
  expect(secondsToForce(acting({}, 'forcing', 4000), 10_000)).toBeNull();
});
