import { expect } from 'vitest';
import { page } from 'vitest/browser';
import type { KillResult } from '../../shared/contract/kill.ts';
import type { PlannedTarget } from '../../shared/contract/kill-plan.ts';
import type { RestartResult } from '../../shared/contract/restart.ts';
import { succeed } from '../../shared/rpc/failure.ts';
import { exampleMachine } from '../fakes/example-machine.ts';
import { FakeBerth, type FakeBerthOptions } from '../fakes/fake-berth.ts';
import { planOf } from '../fakes/plan-of.ts';
import { showApp } from './show-app.tsx';

type Handlers = NonNullable<FakeBerthOptions['handlers']>;

/** One machine for all: a second one would have started its processes at another moment, and they would be others. */
export const machine = exampleMachine();

export const python = 'tcp/127.0.0.1/62893';

export function rowOf(id: string): HTMLElement {
  const row = document.querySelector<HTMLElement>(`[data-listener="${id}"]`);
  if (!row) throw new Error(`There is no row of ${id}.`);
  return row;
}

/** The arguments of every call of that name. */
export function asked(berth: FakeBerth, name: string): unknown[] {
  return berth.asked.filter((call) => call.name === name).map((call) => call.arguments);
}

export async function showMachine(handlers: Handlers, berth = new FakeBerth({ ...machine, handlers })) {
  await showApp(berth);
  await expect.element(page.getByRole('grid', { name: 'Ports' })).toBeVisible();
  return { berth };
}

/** Every plan is the plain one with these changes. */
export function planning(change: Partial<PlannedTarget>, needsConsent = false): Handlers {
  const { listeners, processes } = machine;
  const known = new Map(processes.map((process) => [process.key, process]));
  return {
    'ports.plan-kill': async ({ targets }) => {
      const plan = planOf(targets, listeners, known);
      return succeed({ targets: plan.targets.map((target) => ({ ...target, ...change })), needsConsent });
    },
  };
}

export function killed(port: number, change: Partial<KillResult> = {}): KillResult {
  return {
    port,
    outcome: 'freed',
    signals: ['SIGTERM'],
    waitedMs: 12,
    processes: [{ pid: 60_311, startTime: '2026-01-02T03:04:05.670Z', name: 'python3', ended: true }],
    newOwner: null,
    supervisor: null,
    supervisorCommand: null,
    undo: null,
    message: `Port ${port} is free.`,
    ...change,
  };
}

export function restarted(change: Partial<RestartResult> = {}): RestartResult {
  return {
    port: 62_893,
    outcome: 'back',
    process: { pid: 70_001, startTime: '2026-01-02T03:04:05.670Z', name: 'python3' },
    waitedMs: 800,
    exitCode: null,
    signal: null,
    lastLines: [],
    message: 'Back on 62893 after 0.8 s.',
    ...change,
  };
}

/** An offer to undo that holds for so many seconds. */
export function undoFor(seconds: number, id = 'undo-1') {
  return { id, until: new Date(Date.now() + seconds * 1000).toISOString() };
}
