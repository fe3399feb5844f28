import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { KillRequest } from '../../shared/contract/kill.ts';
import { succeed } from '../../shared/rpc/failure.ts';
import { FakeBerth } from '../fakes/fake-berth.ts';
import { planOf } from '../fakes/plan-of.ts';
import { asked, killed, machine, planning, python, rowOf, showMachine, undoFor } from './kill-machine.tsx';

beforeEach(() => page.viewport(1240, 720));

const bar = () => page.getByRole('region', { name: 'Selected ports' });
const picked = () =>
  [...document.querySelectorAll<HTMLElement>('[data-listener][aria-selected="true"]')].map(
    ({ dataset }) => dataset.listener,
  );
const kill = async ({ targets }: KillRequest) =>
  succeed({
    results: targets.map(({ port }, index) =>
      index === 0
        ? killed(port, { outcome: 'survived', message: `${port} is still held.` })
        : killed(port, { undo: undoFor(15, `undo-${port}`) }),
    ),
  });

test('picks with Ctrl and click, kills all in one plan, and says one result in each row', async () => {
  const { berth } = await showMachine({ 'ports.kill': kill });
  await userEvent.click(rowOf('tcp/127.0.0.1/5005'));
  await userEvent.click(rowOf('tcp/127.0.0.1/6379'), { modifiers: ['Control'] });
  await userEvent.click(rowOf(python), { modifiers: ['Control'] });
  await expect.element(bar()).toHaveTextContent('3 selected');
  await userEvent.click(bar().getByRole('button', { name: 'Kill 3 ports' }));
  const question = page.getByRole('dialog', { name: 'Kill what holds 3 ports?' });
  await expect.element(question).toHaveTextContent(/5005\s*java\s*51544/);
  await userEvent.click(question.getByRole('button', { name: 'Kill 3 ports, 3 processes' }));
  await expect.poll(() => rowOf('tcp/127.0.0.1/5005').textContent).toContain('5005 is still held.');
  await expect.poll(() => rowOf('tcp/127.0.0.1/6379').textContent).toContain('Port 6379 is free.');
  await expect.element(page.getByRole('status')).toHaveTextContent('2 of 3 ports free.');
  await expect
    .element(page.getByRole('region', { name: 'Undo' }))
    .toHaveTextContent('Ended python3 on 6379, 62893.');
  expect(asked(berth, 'ports.plan-kill')).toHaveLength(1);
  expect(asked(berth, 'ports.kill')).toHaveLength(1);
  await expect.element(bar()).not.toBeInTheDocument();
});

test('undoes a kill of many at once', async () => {
  const { berth } = await showMachine({ 'ports.kill': kill });
  await userEvent.click(rowOf('tcp/127.0.0.1/5005'));
  await userEvent.click(rowOf('tcp/127.0.0.1/6379'), { modifiers: ['Control'] });
  await userEvent.click(rowOf(python), { modifiers: ['Control'] });
  await userEvent.keyboard('{Delete}');
  await userEvent.click(page.getByRole('button', { name: 'Kill 3 ports, 3 processes' }));
  await userEvent.click(page.getByRole('button', { name: 'Undo' }));
  await expect
    .poll(() => asked(berth, 'ports.undo-kill'))
    .toEqual([{ id: 'undo-6379' }, { id: 'undo-62893' }]);
});

test('picks a range with Shift and the arrows, both ways, and Escape lets go', async () => {
  await showMachine({});
  await userEvent.click(rowOf('tcp/127.0.0.1/5005'));
  await userEvent.keyboard('{Escape}{Shift>}{ArrowDown}{ArrowDown}{ArrowUp}{/Shift}');
  await expect.element(bar()).toHaveTextContent('2 selected');
  const rows = [...document.querySelectorAll<HTMLElement>('[data-listener]')].map(
    (row) => row.dataset.listener,
  );
  const at = rows.indexOf('tcp/127.0.0.1/5005');
  expect(picked()).toEqual(rows.slice(at, at + 2));
  await userEvent.keyboard('{Escape}');
  await expect.element(bar()).not.toBeInTheDocument();
  expect(picked()).toHaveLength(1);
});

test('picks a range with Shift and click, and a plain move lets go', async () => {
  await showMachine({});
  await userEvent.click(rowOf('tcp/127.0.0.1/5005'));
  await userEvent.click(rowOf(python), { modifiers: ['Shift'] });
  await expect.poll(() => picked().length).toBeGreaterThan(3);
  await userEvent.keyboard('{ArrowUp}');
  await expect.poll(() => picked()).toHaveLength(1);
});

test('picks everything within the filter, and counts what cannot be killed out', async () => {
  await showMachine({});
  await userEvent.click(page.getByRole('button', { name: /^UDP/ }));
  await userEvent.click(page.getByRole('button', { name: /^All/ }));
  await userEvent.keyboard('{Control>}a{/Control}');
  await expect.element(bar()).toHaveTextContent('14 selected');
  await expect.element(bar().getByRole('button', { name: 'Kill 11 ports' })).toBeVisible();
  await userEvent.click(bar().getByRole('button', { name: 'Clear' }));
  await expect.element(bar()).not.toBeInTheDocument();
});

test('Ctrl and A in the search marks the text', async () => {
  await showMachine({});
  await userEvent.fill(page.getByRole('searchbox'), 'node');
  await userEvent.keyboard('{Control>}a{/Control}');
  await expect.element(bar()).not.toBeInTheDocument();
});

test('leaves alone what would come back or may not be ended, and says why', async () => {
  const { listeners, processes } = machine;
  const known = new Map(processes.map((process) => [process.key, process]));
  const { berth } = await showMachine({
    'ports.plan-kill': async ({ targets }) => {
      const [first, second, ...rest] = planOf(targets, listeners, known).targets;
      if (!first || !second) throw new Error('two at least');
      const denied = { ...second, verdict: 'denied', reason: 'redis-server belongs to redis.' } as const;
      return succeed({ targets: [first, denied, ...rest], needsConsent: true });
    },
    'ports.kill': kill,
  });
  await userEvent.click(rowOf('tcp/127.0.0.1/5005'));
  await userEvent.click(rowOf('tcp/127.0.0.1/6379'), { modifiers: ['Control'] });
  await userEvent.keyboard('{Delete}');
  const question = page.getByRole('dialog', { name: 'Kill what holds 2 ports?' });
  await expect.element(question).toHaveTextContent(/Left alone:\s*6379\s*redis-server belongs to redis\./);
  await userEvent.click(question.getByRole('button', { name: 'Kill 1 port, 1 process' }));
  await expect.poll(() => asked(berth, 'ports.kill')).toMatchObject([{ targets: [{ port: 5005 }] }]);
});

test('kills everything of a project that holds more than one port', async () => {
  await showMachine({});
  await userEvent.click(rowOf('tcp/127.0.0.1/3000'));
  await userEvent.click(page.getByRole('button', { name: 'Kill everything of project storefront' }));
  const question = page.getByRole('dialog', { name: 'Kill everything of project storefront?' });
  await expect.element(question).toHaveTextContent('1 process will end:');
  await expect.element(question.getByRole('button', { name: 'Kill 2 ports, 1 process' })).toBeVisible();
});

test('offers nothing more for a project with one port', async () => {
  const berth = new FakeBerth({ ...machine, handlers: planning({}) });
  await showMachine({}, berth);
  await userEvent.click(rowOf('tcp/127.0.0.1/5005'));
  await expect.element(page.getByText('Bound to')).toBeVisible();
  await expect.element(page.getByRole('button', { name: /Kill everything/ })).not.toBeInTheDocument();
});

test('steers one of several ports, and gives another up alone', async () => {
  let runId = '';
  let finish: () => void = () => undefined;
  const { berth } = await showMachine({
    'ports.kill': async (request) => {
      runId = request.runId ?? '';
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return kill(request);
    },
  });
  const [java, redis] = ['tcp/127.0.0.1/5005', 'tcp/127.0.0.1/6379'];
  await userEvent.click(rowOf(redis));
  await userEvent.click(rowOf(java), { modifiers: ['Control'] });
  await userEvent.keyboard('{Delete}');
  await userEvent.click(page.getByRole('button', { name: 'Kill 2 ports, 2 processes' }));
  await expect.poll(() => runId).not.toBe('');
  const told = { runId, protocol: 'tcp', waitedMs: 100, forceAtMs: 5000 } as const;
  berth.tellKill({ ...told, port: 6379, stage: 'forcing' });
  berth.tellKill({ ...told, port: 5005, stage: 'asked' });
  await expect.poll(() => rowOf(redis).textContent).toContain('Forcing…');
  const force = (name: RegExp) => page.getByRole('grid').getByRole('button', { name });
  await expect.element(force(/^Force now redis/)).not.toBeInTheDocument();
  await userEvent.click(force(/^Force now java/));
  await expect
    .poll(() => asked(berth, 'ports.steer-kill'))
    .toEqual([{ runId, wish: 'force', port: 5005, protocol: 'tcp' }]);
  await userEvent.click(rowOf(java));
  await userEvent.click(page.getByRole('complementary').getByRole('button', { name: 'Stop waiting' }));
  await expect
    .poll(() => asked(berth, 'ports.steer-kill').slice(1))
    .toEqual([{ runId, wish: 'give-up', port: 5005, protocol: 'tcp' }]);
  await expect.poll(() => rowOf(java).textContent).toContain('Nothing more is sent.');
  await expect.poll(() => rowOf(redis).textContent).toContain('Forcing…');
  finish();
  await expect.poll(() => rowOf(redis).textContent).toMatch(/6379 (is still held|is free)/);
  await expect.poll(() => rowOf(java).textContent).toMatch(/5005 (is still held|is free)/);
});
