import { expect, test } from 'vitest';
import { decideKill } from '../../../../../electron/desktop/tray/decide-kill.ts';
import type { PlannedTarget } from '../../../../../shared/contract/kill-plan.ts';

function planOf(change: Partial<PlannedTarget>, needsConsent = false) {
  const target: PlannedTarget = {
    port: 3000,
    protocol: 'tcp',
    verdict: 'end',
    processes: [],
    alsoCloses: [],
    supervisor: null,
    elevated: null,
    elevation: null,
    reason: 'because',
    ...change,
  };
  return { targets: [target], needsConsent };
}

test('the obvious is killed at once', () => {
  expect(decideKill(planOf({}))).toEqual({ kind: 'kill' });
});

test('more than the obvious is asked first', () => {
  expect(decideKill(planOf({}, true))).toEqual({ kind: 'ask' });
});

test.each(['stop-instead', 'denied'] as const)('%s is shown with what can be done instead', (verdict) => {
  expect(decideKill(planOf({ verdict }))).toEqual({ kind: 'ask' });
});

test.each(['gone', 'replaced', 'hidden', 'refused'] as const)('%s is told with its reason', (verdict) => {
  expect(decideKill(planOf({ verdict }))).toEqual({ kind: 'tell', reason: 'because' });
});

test('a hidden owner that more rights would end is shown with the command for it', () => {
  expect(decideKill(planOf({ verdict: 'hidden', elevated: 'sudo kill 1' }))).toEqual({ kind: 'ask' });
});

test('a plan without a target is nothing to act on', () => {
  expect(decideKill({ targets: [], needsConsent: false })).toEqual({ kind: 'ask' });
});
