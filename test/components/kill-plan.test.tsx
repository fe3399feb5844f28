import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fail, succeed } from '../../shared/rpc/failure.ts';
import { FakeBerth } from '../fakes/fake-berth.ts';
import { asked, killed, machine, planning, python, rowOf, showMachine } from './kill-machine.tsx';

beforeEach(() => page.viewport(1240, 720));

const dialog = (name: string | RegExp) => page.getByRole('dialog', { name });
const unit = ['systemctl', '--user', 'stop', 'docs site.service'];

async function pressDelete() {
  await userEvent.click(rowOf(python));
  await userEvent.keyboard('{Delete}');
}

test('names the children, the ports that close too and what would start it again', async () => {
  const { berth } = await showMachine(
    planning(
      {
        processes: [
          { pid: 60_320, startTime: '2026-01-02T03:04:05.670Z', name: 'worker', user: 'root', role: 'child' },
          {
            pid: 60_311,
            startTime: '2026-01-02T03:04:05.670Z',
            name: 'python3',
            user: 'maya',
            role: 'owner',
          },
        ],
        alsoCloses: [
          { protocol: 'tcp', address: '127.0.0.1', port: 9229 },
          { protocol: 'udp', address: '127.0.0.1', port: 9230 },
        ],
        supervisor: { name: 'nodemon (pid 812)', command: null },
      },
      true,
    ),
  );
  await pressDelete();
  const question = dialog('Kill python3 on port 62893?');
  await expect.element(question).toHaveTextContent(/worker\s*its child\s*of root\s*60320/);
  await expect.element(question).toHaveTextContent(/python3\s*holds the port\s*60311/);
  await expect.element(question).toHaveTextContent('Ports 9229 and 9230 (UDP) will close too.');
  await expect.element(question).toHaveTextContent('nodemon (pid 812) would start it again.');
  await userEvent.click(question.getByRole('button', { name: 'Kill python3, 2 processes' }));
  await expect.poll(() => asked(berth, 'ports.kill')).toHaveLength(1);
});

test('offers to stop the unit instead, with the command, and runs exactly that', async () => {
  const { berth } = await showMachine({
    ...planning(
      { verdict: 'stop-instead', supervisor: { name: 'systemd unit docs site.service', command: unit } },
      true,
    ),
    'ports.stop-supervisor': async () =>
      succeed({ freed: true, exitCode: 0, output: '', message: 'Port 62893 is free: the unit stopped.' }),
  });
  await pressDelete();
  const question = dialog('Kill python3 on port 62893?');
  await expect.element(question.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await expect.element(question).toHaveTextContent("systemctl --user stop 'docs site.service'");
  expect(asked(berth, 'ports.stop-supervisor')).toEqual([]);
  await userEvent.click(question.getByRole('button', { name: 'Stop the unit instead' }));
  await expect.poll(() => rowOf(python).textContent).toContain('Port 62893 is free: the unit stopped.');
  expect(asked(berth, 'ports.stop-supervisor')).toMatchObject([
    { command: unit, target: { port: 62_893, owners: [{ pid: 60_311 }] } },
  ]);
  expect(asked(berth, 'ports.kill')).toEqual([]);
});

test('asks before the obvious too where the settings say so', async () => {
  const berth = new FakeBerth({ ...machine, settings: { confirmKill: 'always' } });
  await showMachine({}, berth);
  await pressDelete();
  await expect
    .element(dialog('Kill python3 on port 62893?').getByRole('button', { name: 'Cancel' }))
    .toHaveFocus();
  expect(asked(berth, 'ports.kill')).toEqual([]);
});

test('kills anyway when that is chosen', async () => {
  const { berth } = await showMachine(
    planning(
      { verdict: 'stop-instead', supervisor: { name: 'systemd unit x.service', command: unit } },
      true,
    ),
  );
  await pressDelete();
  await userEvent.click(page.getByRole('button', { name: 'Kill anyway' }));
  await expect.poll(() => asked(berth, 'ports.kill')).toHaveLength(1);
});

test('never offers to end what stands in for a container', async () => {
  await showMachine(
    planning(
      {
        verdict: 'stop-instead',
        processes: [],
        supervisor: { name: 'container shop-db-1 (postgres:17)', command: ['docker', 'stop', 'shop-db-1'] },
      },
      true,
    ),
  );
  await pressDelete();
  await expect.element(page.getByRole('button', { name: 'Stop the container instead' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Kill anyway' })).not.toBeInTheDocument();
});

test('says what the tool printed when stopping did not free the port', async () => {
  await showMachine({
    ...planning({ verdict: 'stop-instead', supervisor: { name: 'systemd unit x', command: unit } }, true),
    'ports.stop-supervisor': async () =>
      succeed({ freed: false, exitCode: 4, output: 'Access denied\n<b>no</b>\n', message: 'Still held.' }),
  });
  await pressDelete();
  await userEvent.click(page.getByRole('button', { name: 'Stop the unit instead' }));
  await expect.poll(() => rowOf(python).textContent).toContain('Still held.');
  const inspector = page.getByRole('complementary');
  await expect.element(inspector.getByRole('log')).toHaveTextContent('Access denied <b>no</b>');
  await expect.element(inspector.getByText('Exit code 4')).toBeVisible();
});

test('offers no kill for what is denied, but the command that could', async () => {
  const { berth } = await showMachine(
    planning({
      verdict: 'denied',
      processes: [],
      elevated: 'sudo berth kill 62893',
      reason: 'python3 belongs to root.',
    }),
  );
  await pressDelete();
  const question = dialog('python3 on port 62893 cannot be ended');
  await expect.element(question).toHaveTextContent('python3 belongs to root.');
  await expect.element(question).toHaveTextContent('sudo berth kill 62893');
  await expect.element(question.getByRole('button', { name: 'Copy the command' })).toBeVisible();
  await expect.element(question.getByRole('button', { name: /Kill/ })).not.toBeInTheDocument();
  await userEvent.click(question.getByRole('button', { name: 'Close' }));
  expect(asked(berth, 'ports.kill')).toEqual([]);
});

const needsAdministrator = planning({
  verdict: 'denied',
  processes: [
    { pid: 60_311, startTime: '2026-01-02T03:04:05.670Z', name: 'python3', user: 'root', role: 'owner' },
  ],
  elevated: 'sudo berth kill 62893',
  elevation: 'system',
  reason: 'python3 belongs to root.',
});

test('offers to ask for an administrator beside the command, and asks only when that is chosen', async () => {
  const { berth } = await showMachine({
    ...needsAdministrator,
    'ports.kill': async () => succeed({ results: [killed(62_893)] }),
  });
  await pressDelete();
  const question = dialog('Kill python3 on port 62893?');
  await expect.element(question.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await expect.element(question).toHaveTextContent('python3 belongs to root.');
  await expect
    .element(question)
    .toHaveTextContent(/Once an administrator agrees, 1 process will end:\s*python3/);
  await expect.element(question).toHaveTextContent('The system of workbench will ask there');
  await expect.element(question).toHaveTextContent('sudo berth kill 62893');
  await expect.element(question.getByRole('button', { name: /^Kill/ })).not.toBeInTheDocument();
  await userEvent.click(question.getByRole('button', { name: 'Cancel' }));
  expect(asked(berth, 'ports.kill')).toEqual([]);
  await pressDelete();
  await userEvent.click(question.getByRole('button', { name: 'Ask for an administrator' }));
  await expect.poll(() => asked(berth, 'ports.kill')).toMatchObject([{ elevate: true, force: false }]);
  await expect.poll(() => rowOf(python).textContent).toContain('Port 62893 is free.');
});

test('says that an administrator is waited for, and that the request was cancelled', async () => {
  let runId = '';
  let finish: () => void = () => undefined;
  const message = 'Port 62893 is still held by python3: the request for an administrator was cancelled.';
  const { berth } = await showMachine({
    ...needsAdministrator,
    'ports.kill': async (request) => {
      runId = request.runId ?? '';
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return succeed({ results: [killed(62_893, { outcome: 'denied', signals: [], message })] });
    },
  });
  await pressDelete();
  await userEvent.click(page.getByRole('button', { name: 'Ask for an administrator' }));
  await expect.poll(() => runId).not.toBe('');
  berth.tellKill({
    runId,
    port: 62_893,
    protocol: 'tcp',
    stage: 'elevating',
    waitedMs: 0,
    forceAtMs: null,
  });
  await expect.poll(() => rowOf(python).textContent).toContain('Waiting for an administrator…');
  const inspector = page.getByRole('complementary');
  await expect.element(inspector.getByRole('button', { name: /^Force now/ })).not.toBeInTheDocument();
  finish();
  await expect.poll(() => rowOf(python).textContent).toContain('was cancelled');
});

test('kills by the container where nobody who holds the port can be seen', async () => {
  const container = {
    id: 'c0ffee',
    name: 'shop-db-1',
    image: 'postgres:17',
    composeProject: 'shop',
    composeService: 'db',
  };
  const listeners = machine.listeners.map((one) =>
    one.id === python ? { ...one, owners: [], ownersHidden: true, container } : one,
  );
  const command = ['docker', 'stop', 'shop-db-1'];
  const handlers = {
    ...planning(
      { verdict: 'stop-instead', supervisor: { name: 'container shop-db-1 (postgres:17)', command } },
      true,
    ),
    'ports.stop-supervisor': async () =>
      succeed({ freed: true, exitCode: 0, output: '', message: 'Port 62893 is free.' }),
  };
  const { berth } = await showMachine(handlers, new FakeBerth({ ...machine, listeners, handlers }));
  await pressDelete();
  const question = dialog('Kill shop-db-1 on port 62893?');
  await userEvent.click(question.getByRole('button', { name: 'Stop the container instead' }));
  await expect
    .poll(() => asked(berth, 'ports.stop-supervisor'))
    .toEqual([{ command, target: { port: 62_893, protocol: 'tcp', owners: [], container: 'c0ffee' } }]);
});

test.each(['refused', 'hidden', 'gone', 'replaced'] as const)('says in the row why: %s', async (verdict) => {
  const { berth } = await showMachine(planning({ verdict, processes: [], reason: 'That is how it is now.' }));
  await pressDelete();
  await expect.poll(() => rowOf(python).textContent).toContain('That is how it is now.');
  await expect.element(page.getByRole('status')).toHaveTextContent('That is how it is now.');
  expect(asked(berth, 'ports.kill')).toEqual([]);
});

test('says in the row that the plan could not be made', async () => {
  await showMachine({ 'ports.plan-kill': async () => fail('ports-unreadable', 'The ports cannot be read.') });
  await pressDelete();
  await expect.poll(() => rowOf(python).textContent).toContain('The ports cannot be read.');
});

test('says that it looks when the plan takes long', async () => {
  await showMachine({ 'ports.plan-kill': () => new Promise(() => {}) });
  await pressDelete();
  await expect.poll(() => rowOf(python).textContent).toContain('Looking at what would end…');
});

test('asks nothing and sends nothing where this shell cannot kill', async () => {
  const berth = new FakeBerth({ ...machine, host: { capabilities: [] } });
  await showMachine({}, berth);
  await pressDelete();
  expect(asked(berth, 'ports.plan-kill')).toEqual([]);
});
