import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { KillRequest } from '../../shared/contract/kill.ts';
import { succeed } from '../../shared/rpc/failure.ts';
import { FakeBerth, type FakeBerthOptions } from '../fakes/fake-berth.ts';
import {
  killed,
  machine,
  planning,
  python,
  restarted,
  rowOf,
  showMachine,
  undoFor,
} from './kill-machine.tsx';

type Handlers = NonNullable<FakeBerthOptions['handlers']>;

const startTime = '2026-01-02T03:04:05.670Z';
const unit = ['systemctl', '--user', 'stop', 'docs-site.service'];
const pair = {
  processes: [
    { pid: 60_320, startTime, name: 'python3', user: 'maya', role: 'child' },
    { pid: 60_311, startTime, name: 'python3', user: 'maya', role: 'owner' },
  ],
  alsoCloses: [{ protocol: 'tcp', address: '127.0.0.1', port: 9229 }],
  supervisor: { name: 'nodemon (pid 812)', command: null },
} as const;
const lines = [
  'Traceback (most recent call last):',
  '  File "/usr/lib/python3.11/socketserver.py", line 456, in __init__',
  '    self.server_bind()',
  'OSError: [Errno 98] Address already in use',
];

/** Every state of killing, restarting and undoing, each with the way into it. */
export const killScenes: Readonly<Record<string, (theme: 'dark' | 'light') => Promise<unknown>>> = {
  'a plan with children': (theme) =>
    deleted(
      theme,
      planning({ ...pair, processes: [...pair.processes], alsoCloses: [...pair.alsoCloses] }, true),
    ),
  'a unit to stop instead': (theme) =>
    deleted(
      theme,
      planning(
        {
          verdict: 'stop-instead',
          supervisor: { name: 'systemd unit docs-site.service', command: unit },
          reason: 'systemd unit docs-site.service would start python3 again at once.',
        },
        true,
      ),
    ),
  'a kill that is denied': (theme) =>
    deleted(
      theme,
      planning({
        verdict: 'denied',
        processes: [],
        elevated: 'sudo berth kill 62893',
        reason: 'python3 (60311) belongs to root, and you are maya.',
      }),
    ),
  'a kill that an administrator may allow': (theme) =>
    deleted(
      theme,
      planning({
        verdict: 'denied',
        elevated: 'sudo berth kill 62893',
        elevation: 'system',
        reason: 'python3 (60311) belongs to root, and you may not end it: run `sudo berth kill 62893`.',
      }),
    ),
  'a kill under way': async (theme) => {
    let runId = '';
    const berth = await deleted(theme, {
      'ports.kill': (request) => {
        runId = request.runId ?? '';
        return new Promise(() => {});
      },
    });
    await expect.poll(() => runId).not.toBe('');
    const forceAtMs = 5000;
    berth.tellKill({ runId, port: 62_893, protocol: 'tcp', stage: 'asked', waitedMs: 500, forceAtMs });
    await expect.poll(() => rowOf(python).textContent).toContain('forced in');
  },
  'a program that was started again': async (theme) => {
    const result = killed(62_893, {
      outcome: 'respawned',
      supervisor: 'systemd unit docs-site.service',
      supervisorCommand: unit,
      message: 'python3 ended, and systemd unit docs-site.service started it again as 60401.',
    });
    await deleted(theme, { 'ports.kill': async () => succeed({ results: [result] }) });
    await expect.element(page.getByRole('button', { name: /^Stop it instead/ })).toBeInTheDocument();
  },
  'an offer to undo': async (theme) => {
    const berth = await deleted(theme, { 'ports.kill': freed });
    await expect.element(page.getByRole('region', { name: 'Undo' })).toHaveTextContent('Ended python3');
    berth.change({ removed: [python] });
  },
  'an undo that failed': async (theme) => {
    const result = restarted({
      outcome: 'exited',
      exitCode: 1,
      lastLines: lines,
      message: 'python3 ended with exit code 1 before it listened on 62893.',
    });
    await deleted(theme, {
      'ports.kill': freed,
      'ports.undo-kill': async () => succeed({ results: [result] }),
    });
    await userEvent.click(page.getByRole('button', { name: /^Undo/ }));
    await expect.element(page.getByRole('region', { name: 'Undo' })).toHaveTextContent('exit code 1');
  },
  'an undo that worked': async (theme) => {
    await deleted(theme, {
      'ports.kill': freed,
      'ports.undo-kill': async () => succeed({ results: [restarted()] }),
    });
    await userEvent.click(page.getByRole('button', { name: /^Undo/ }));
    await expect.element(page.getByRole('region', { name: 'Undo' })).toHaveTextContent('Back on');
  },
  'a restart that worked, with its output': async (theme) => {
    await inspected(theme, {
      'ports.restart': async () => succeed(restarted()),
      'processes.output': async ({ pid }) => succeed({ pid, lines, isCut: true }),
    });
    await userEvent.keyboard('r');
    await expect.element(page.getByRole('log')).toHaveTextContent('Traceback');
    await expect.poll(() => rowOf(python).textContent).toContain('Back on 62893');
  },
  'a restart that failed': async (theme) => {
    const result = restarted({
      outcome: 'exited',
      exitCode: 1,
      lastLines: lines,
      message: 'python3 ended with exit code 1 before it listened on 62893.',
    });
    const berth = await inspected(theme, { 'ports.restart': async () => succeed(result) });
    await userEvent.keyboard('r');
    await expect.element(page.getByRole('log')).toHaveTextContent('Traceback');
    berth.change({ removed: [python] });
  },
  'several ports picked': async (theme) => {
    await shown(theme, {});
    await pickThree();
  },
  'a plan for several ports': async (theme) => {
    const { 'ports.plan-kill': plan } = planning({});
    await shown(theme, {
      'ports.plan-kill': async (request, context) => {
        const outcome = await plan?.(request, context);
        if (!outcome?.ok) throw new Error('a plan is always made');
        const targets = outcome.value.targets.map((target, index) =>
          index === 1
            ? { ...target, verdict: 'denied' as const, reason: 'redis-server (933) belongs to redis.' }
            : target,
        );
        return succeed({ targets, needsConsent: true });
      },
    });
    await pickThree();
    await userEvent.keyboard('{Delete}');
    await expect.element(page.getByRole('dialog')).toBeVisible();
  },
  'a project with several ports': async (theme) => {
    await shown(theme, {});
    await userEvent.click(rowOf('tcp/127.0.0.1/3000'));
    const button = page.getByRole('button', { name: 'Kill everything of project storefront' });
    await expect.element(button).toBeInTheDocument();
    button.element().scrollIntoView({ block: 'end' });
  },
};

const freed = async ({ targets }: KillRequest) =>
  succeed({ results: targets.map(({ port }) => killed(port, { undo: undoFor(14) })) });

async function shown(theme: 'dark' | 'light', handlers: Handlers): Promise<FakeBerth> {
  const berth = new FakeBerth({ ...machine, handlers, settings: { theme } });
  await showMachine(handlers, berth);
  await expect.poll(() => document.documentElement.dataset.theme).toBe(theme);
  return berth;
}

async function inspected(theme: 'dark' | 'light', handlers: Handlers): Promise<FakeBerth> {
  const berth = await shown(theme, handlers);
  await userEvent.click(rowOf(python));
  await expect.element(page.getByRole('complementary')).toBeVisible();
  return berth;
}

async function deleted(theme: 'dark' | 'light', handlers: Handlers): Promise<FakeBerth> {
  const berth = await inspected(theme, handlers);
  await userEvent.keyboard('{Delete}');
  return berth;
}

async function pickThree() {
  for (const port of [5005, 6379, 62_893]) {
    await userEvent.click(rowOf(`tcp/127.0.0.1/${port}`), { modifiers: ['Control'] });
  }
  await expect.element(page.getByRole('region', { name: 'Selected ports' })).toBeVisible();
}
