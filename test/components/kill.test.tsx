import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { KillRequest, KillResult } from '../../shared/contract/kill.ts';
import { fail, succeed } from '../../shared/rpc/failure.ts';
import { exampleMachine } from '../fakes/example-machine.ts';
import { FakeBerth, type FakeBerthOptions } from '../fakes/fake-berth.ts';
import { showApp } from './show-app.tsx';

beforeEach(() => page.viewport(1240, 720));

const python = 'tcp/127.0.0.1/62893';
const row = (id: string) => document.querySelector<HTMLElement>(`[data-listener="${id}"]`);
const result = (
  outcome: KillResult['outcome'],
  message: string,
  more: Partial<KillResult> = {},
): KillResult => ({
  port: 62_893,
  outcome,
  signals: ['SIGTERM'],
  waitedMs: 12,
  processes: [],
  newOwner: null,
  supervisor: null,
  supervisorCommand: null,
  undo: null,
  message,
  ...more,
});

/** The machine, with kills that are answered one by one. */
async function showWith(
  kill: NonNullable<FakeBerthOptions['handlers']>['ports.kill'],
  more: FakeBerthOptions = {},
) {
  const handlers = kill ? { 'ports.kill': kill } : {};
  const berth = new FakeBerth({ ...exampleMachine(), ...more, handlers });
  await showApp(berth);
  await expect.element(page.getByRole('grid')).toBeVisible();
  return {
    berth,
    killed: () =>
      berth.asked.filter(({ name }) => name === 'ports.kill').map((call) => call.arguments as KillRequest),
  };
}

test('ends exactly the process that was seen, says so in the row, and the row leaves', async () => {
  const { berth, killed } = await showWith(async () => {
    setTimeout(() => berth.change({ removed: [python] }), 20);
    return succeed({ results: [result('freed', '62893 is free: python3 ended.')] });
  });
  const started = exampleMachine().processes.find(({ pid }) => pid === 60_311)?.startTime;
  await userEvent.hover(row(python) as HTMLElement);
  await userEvent.click(page.getByRole('button', { name: 'Kill python3, process 60311, on port 62893' }));
  await expect.poll(() => row(python)?.textContent).toContain('62893 is free: python3 ended.');
  await expect.element(page.getByRole('status')).toHaveTextContent('62893 is free: python3 ended.');
  await expect.poll(() => row(python), { timeout: 4000 }).toBeNull();
  const [request] = killed();
  expect(request).toMatchObject({
    force: false,
    targets: [{ port: 62_893, protocol: 'tcp', owners: [{ pid: 60_311 }] }],
  });
  expect(
    Math.abs(Date.parse(request?.targets[0]?.owners[0]?.startTime ?? '') - Date.parse(started ?? '')),
  ).toBeLessThan(60_000);
});

test('keeps a row that closes before the answer until the answer is read', async () => {
  let answer: () => void = () => {};
  const { berth } = await showWith(
    () =>
      new Promise((resolve) => {
        answer = () => resolve(succeed({ results: [result('freed', 'It stayed free.')] }));
      }),
  );
  await userEvent.click(row(python) as HTMLElement);
  await userEvent.keyboard('{Delete}');
  berth.change({ removed: [python] });
  await expect.poll(() => row(python)?.textContent).toContain('Making sure that it stays free');
  await new Promise((resolve) => setTimeout(resolve, 2000));
  answer();
  await expect.poll(() => row(python)?.textContent).toContain('It stayed free.');
  await expect.poll(() => row(python), { timeout: 4000 }).toBeNull();
  await expect.element(page.getByRole('complementary').getByText('It stayed free.')).toBeVisible();
});

test('says while it waits that it waits, and how far it has come', async () => {
  const { berth, killed } = await showWith(() => new Promise(() => {}));
  await userEvent.click(row(python) as HTMLElement);
  await userEvent.keyboard('{Delete}');
  await expect.poll(() => row(python)?.textContent).toContain('Asked to end, waiting…');
  const runId = killed()[0]?.runId ?? '';
  const told = { runId, port: 62_893, protocol: 'tcp', waitedMs: 100 } as const;
  berth.tellKill({ ...told, stage: 'asked', forceAtMs: 3000 });
  await expect.poll(() => row(python)?.textContent).toMatch(/Asked to end · forced in [23] s/);
  berth.tellKill({ ...told, runId: 'another', stage: 'forcing', forceAtMs: null });
  berth.tellKill({ ...told, stage: 'closing', forceAtMs: 3000 });
  await expect.poll(() => row(python)?.textContent).toContain('Shutting down…');
  berth.tellKill({ ...told, stage: 'forcing', forceAtMs: null });
  await expect.poll(() => row(python)?.textContent).toContain('Forcing…');
  berth.tellKill({ ...told, stage: 'watching', forceAtMs: null });
  const inspector = page.getByRole('complementary');
  await expect.element(inspector.getByText('Making sure that it stays free…')).toBeVisible();
  await expect.element(inspector.getByRole('button', { name: /^Force now/ })).not.toBeInTheDocument();
});

test('steers the kill that runs instead of starting another', async () => {
  const { berth, killed } = await showWith(() => new Promise(() => {}));
  await userEvent.click(row(python) as HTMLElement);
  await userEvent.keyboard('{Delete}');
  await expect.poll(() => killed()).toHaveLength(1);
  const inspector = page.getByRole('complementary');
  await userEvent.click(inspector.getByRole('button', { name: 'Wait longer' }));
  await userEvent.click(inspector.getByRole('button', { name: /^Force now python3/ }));
  document.querySelector<HTMLElement>('[role="grid"]')?.focus();
  await userEvent.keyboard('w{Shift>}{Delete}{/Shift}');
  const runId = killed()[0]?.runId;
  const steers = () => berth.asked.filter(({ name }) => name === 'ports.steer-kill');
  await expect
    .poll(() => steers().map((call) => call.arguments))
    .toEqual([
      { runId, wish: 'wait', port: 62_893, protocol: 'tcp' },
      { runId, wish: 'force', port: 62_893, protocol: 'tcp' },
      { runId, wish: 'wait', port: 62_893, protocol: 'tcp' },
      { runId, wish: 'force', port: 62_893, protocol: 'tcp' },
    ]);
  expect(killed()).toHaveLength(1);
});

test('keeps a failure in the row and in the inspector until it is dismissed', async () => {
  await showWith(async () => succeed({ results: [result('denied', 'It belongs to root.')] }));
  await userEvent.click(row(python) as HTMLElement);
  await userEvent.keyboard('{Delete}');
  await expect.poll(() => row(python)?.textContent).toContain('It belongs to root.');
  await expect.element(page.getByRole('complementary').getByText('It belongs to root.')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Dismiss' }));
  await expect.poll(() => row(python)?.textContent).not.toContain('It belongs to root.');
});

test('says in the row why a request could not be made', async () => {
  await showWith(async () => fail('internal', 'Something went wrong inside Berth (log 7).'));
  await userEvent.click(row(python) as HTMLElement);
  await userEvent.keyboard('{Delete}');
  await expect.poll(() => row(python)?.textContent).toContain('Something went wrong inside Berth (log 7).');
});

test('stops waiting when told to', async () => {
  await showWith(
    (_, { signal }) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () =>
          resolve(fail('cancelled', 'Stopped waiting; it may still end.')),
        );
      }),
  );
  await userEvent.click(row(python) as HTMLElement);
  await userEvent.keyboard('{Delete}');
  await userEvent.click(page.getByRole('button', { name: 'Stop waiting' }));
  await expect.poll(() => row(python)?.textContent).toContain('Stopped waiting; it may still end.');
});

test('asks first when more would end, names it, and Enter cancels', async () => {
  const { killed } = await showWith(async () => succeed({ results: [] }));
  await userEvent.click(row('tcp/0.0.0.0/80') as HTMLElement);
  await userEvent.keyboard('{Delete}');
  const dialog = page.getByRole('dialog', { name: 'Kill nginx on port 80?' });
  await expect.element(dialog).toHaveTextContent('812');
  await expect.element(dialog).toHaveTextContent('815');
  await expect.element(dialog).toHaveTextContent('Port 443 will close too.');
  await expect.element(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog).not.toBeInTheDocument();
  expect(killed()).toEqual([]);
});

test('ends everything that was named once the question is answered', async () => {
  const { killed } = await showWith(async () => succeed({ results: [result('freed', 'Gone.')] }));
  await userEvent.click(row('tcp/0.0.0.0/80') as HTMLElement);
  await userEvent.keyboard('{Delete}');
  await userEvent.click(page.getByRole('button', { name: 'Kill nginx, 4 processes' }));
  await expect
    .poll(() => killed()[0]?.targets[0]?.owners.map(({ pid }) => pid))
    .toEqual([812, 813, 814, 815]);
});

test('offers no kill where this shell cannot, and none for a hidden owner', async () => {
  await showWith(undefined, { host: { capabilities: [] } });
  expect(document.querySelector('button[aria-label^="Kill"]')).toBeNull();
});

test('offers no kill for an owner that is not seen', async () => {
  await showWith(undefined);
  expect(row('tcp/127.0.0.1/631')?.querySelector('button[aria-label^="Kill"]')).toBeNull();
});

test('says who started it again, and stops that with the command that it shows', async () => {
  const command = ['systemctl', 'stop', 'docs.service'];
  const handlers: NonNullable<FakeBerthOptions['handlers']> = {
    'ports.kill': async () =>
      succeed({
        results: [
          result('respawned', 'Started again by systemd unit docs.service.', {
            supervisor: 'systemd unit docs.service',
            supervisorCommand: command,
          }),
        ],
      }),
    'ports.stop-supervisor': async () =>
      succeed({ freed: true, exitCode: 0, output: '', message: 'The unit stopped.' }),
  };
  const berth = new FakeBerth({ ...exampleMachine(), handlers });
  await showApp(berth);
  await userEvent.click(page.getByText('python3'));
  await userEvent.keyboard('{Delete}');
  await expect.poll(() => row(python)?.textContent).toContain('Started again by systemd unit docs.service.');
  const inspector = page.getByRole('complementary');
  await expect.element(inspector.getByText('systemctl stop docs.service', { exact: true })).toBeVisible();
  await userEvent.click(
    inspector.getByRole('button', { name: 'Stop it instead: systemd unit docs.service' }),
  );
  await expect.poll(() => row(python)?.textContent).toContain('The unit stopped.');
  expect(berth.asked.filter(({ name }) => name === 'ports.stop-supervisor')).toMatchObject([
    { arguments: { command, target: { port: 62_893 } } },
  ]);
});
