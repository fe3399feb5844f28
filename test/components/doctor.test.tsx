import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Diagnosis } from '../../shared/contract/doctor.ts';
import { fail, succeed } from '../../shared/rpc/failure.ts';
import { aDiagnosis, aShrug } from '../fakes/a-diagnosis.ts';
import { exampleMachine } from '../fakes/example-machine.ts';
import { aHost, type FakeBerth, type FakeBerthOptions } from '../fakes/fake-berth.ts';
import { showApp } from './show-app.tsx';

const able = { capabilities: [...aHost.capabilities, 'probe' as const, 'serve' as const] };

beforeEach(async () => {
  await page.viewport(1240, 720);
  vi.spyOn(window, 'open').mockReturnValue(null);
});

async function show(answer: Diagnosis = aDiagnosis(), options: FakeBerthOptions = {}) {
  const shown = await showApp({
    ...exampleMachine(),
    host: able,
    ...options,
    handlers: { 'doctor.diagnose': async () => succeed(answer), ...options.handlers },
  });
  await expect.element(page.getByRole('grid', { name: 'Ports' })).toBeVisible();
  await userEvent.keyboard('3');
  return shown;
}

const field = () => page.getByRole('textbox', { name: 'Port, address or error' });
const verdict = () => page.getByRole('region', { name: 'Verdict' });
const asked = (berth: FakeBerth, name: string) =>
  berth.asked.filter((one) => one.name === name).map((one) => one.arguments);

async function diagnose(text = ':62893') {
  await userEvent.fill(field(), text);
  await userEvent.keyboard('{Enter}');
  await expect.element(verdict()).toBeVisible();
}

test('is ready to be typed into, and says what it may do', async () => {
  await show();
  await expect.element(field()).toHaveFocus();
  await expect.element(page.getByRole('switch', { name: 'May connect once' })).toBeChecked();
});

test('answers with a verdict, its evidence in words, and what can be done', async () => {
  const { berth } = await show();
  await diagnose("Disconnected from the target VM,\naddress: '127.0.0.1:62893'");
  await expect.element(verdict()).toHaveTextContent('Look at this');
  await expect
    .element(verdict().getByRole('heading', { name: 'Another program took the debugger’s port' }))
    .toBeVisible();
  const checks = page.getByRole('list', { name: 'What was checked' });
  await expect.element(checks).toHaveTextContent('ProblemIt is the program your error expects');
  expect(asked(berth, 'doctor.diagnose')).toEqual([
    { text: "Disconnected from the target VM,\naddress: '127.0.0.1:62893'", connect: true },
  ]);
});

test('connects to nothing when it may not', async () => {
  const { berth } = await show(aDiagnosis(), { settings: { automaticProbing: 'off' } });
  await expect.element(page.getByRole('switch', { name: 'Does not connect' })).not.toBeChecked();
  await diagnose();
  await userEvent.click(page.getByRole('switch', { name: 'Does not connect' }));
  await userEvent.click(page.getByRole('button', { name: 'Check again' }));
  await expect
    .poll(() => asked(berth, 'doctor.diagnose'))
    .toEqual([
      { text: ':62893', connect: false },
      { text: ':62893', connect: true },
    ]);
});

test('kills by the same way as a row, and says here how it went', async () => {
  const killed = vi.fn(async () =>
    succeed({
      results: [
        {
          port: 62_893,
          outcome: 'freed' as const,
          signals: ['SIGTERM' as const],
          waitedMs: 40,
          processes: [],
          newOwner: null,
          supervisor: null,
          supervisorCommand: null,
          undo: null,
          message: 'Port 62893 is free.',
        },
      ],
    }),
  );
  const { berth } = await show(aDiagnosis(), { handlers: { 'ports.kill': killed } });
  await diagnose();
  await userEvent.click(verdict().getByRole('button', { name: 'Kill python3' }));
  await expect.element(verdict()).toHaveTextContent('Port 62893 is free.');
  expect(asked(berth, 'ports.plan-kill')).toHaveLength(1);
});

test('asks first where more than the obvious would end, without leaving the place', async () => {
  await show(aDiagnosis({ fixes: [{ kind: 'kill', label: 'Kill nginx', listenerId: 'tcp/0.0.0.0/80' }] }));
  await diagnose();
  await userEvent.click(verdict().getByRole('button', { name: 'Kill nginx' }));
  await expect.element(page.getByRole('dialog', { name: /80/ })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(verdict()).toBeVisible();
});

test('cannot kill what has gone', async () => {
  const { berth } = await show();
  await diagnose();
  berth.change({ removed: ['tcp/127.0.0.1/62893'] });
  await expect.element(verdict().getByRole('button', { name: 'Kill python3' })).toBeDisabled();
});

test('goes to the port in the list', async () => {
  await show();
  await diagnose();
  await userEvent.click(verdict().getByRole('button', { name: 'Show in ports' }));
  await expect.element(page.getByRole('complementary')).toHaveTextContent('62893');
});

test('wires the other ways out to what they say', async () => {
  const { berth } = await show(
    aDiagnosis({
      fixes: [
        { kind: 'open', label: 'Open it', url: 'http://127.0.0.1:3000/' },
        { kind: 'serve', label: 'Serve a folder there', port: 5001 },
        {
          kind: 'copy-command',
          label: 'Copy the command',
          command: 'sudo true',
          note: 'Asks for a password.',
        },
        { kind: 'open-system-settings', label: 'Copy the way', page: 'airplay', path: 'Settings › AirPlay' },
      ],
    }),
    { handlers: { 'folders.serve': async () => fail('internal', 'No.') } },
  );
  await diagnose();
  await userEvent.click(verdict().getByRole('button', { name: 'Open it' }));
  expect(window.open).toHaveBeenCalledWith('http://127.0.0.1:3000/', '_blank', 'noopener,noreferrer');
  await expect.element(verdict()).toHaveTextContent('Asks for a password.sudo true');
  await expect.element(verdict()).toHaveTextContent('In the settings of the system: Settings › AirPlay');
  await userEvent.click(verdict().getByRole('button', { name: 'Copy the command' }));
  await expect.element(verdict().getByRole('button', { name: 'Copied' })).toBeVisible();
  await userEvent.click(verdict().getByRole('button', { name: 'Serve a folder there' }));
  await userEvent.fill(page.getByRole('combobox'), '/srv');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => asked(berth, 'folders.serve')).toEqual([{ path: '/srv', port: 5001 }]);
});

test('says what it looks at meanwhile, and can be stopped', async () => {
  let signal: AbortSignal | undefined;
  await show(aDiagnosis(), {
    handlers: {
      'doctor.diagnose': (_, context) => {
        signal = context.signal;
        return new Promise(() => {});
      },
    },
  });
  await userEvent.fill(field(), '3000');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Where localhost leads')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Stop' }));
  await expect.element(page.getByText('Where localhost leads')).not.toBeInTheDocument();
  await expect.poll(() => signal?.aborted).toBe(true);
});

test('offers three examples to try', async () => {
  const { berth } = await show();
  await userEvent.click(page.getByRole('button', { name: /EADDRINUSE/ }));
  await expect.element(verdict()).toBeVisible();
  await expect.element(field()).toHaveValue('Error: listen EADDRINUSE: address already in use :::3000');
  expect(asked(berth, 'doctor.diagnose')).toHaveLength(1);
});

test('is polite about nonsense, and shows the examples again', async () => {
  await show(aShrug());
  await diagnose('my hovercraft <b>is full</b> of eels');
  await expect.element(verdict()).toHaveTextContent('There is no port in this text');
  await expect.element(page.getByRole('region', { name: 'Examples' })).toBeVisible();
});

test('keeps what was asked before in this session', async () => {
  let count = 0;
  await show(aDiagnosis(), {
    handlers: {
      'doctor.diagnose': async () => {
        count += 1;
        return succeed(aDiagnosis({ headline: `Verdict ${count}` }));
      },
    },
  });
  await diagnose('3000');
  await expect.element(verdict()).toHaveTextContent('Verdict 1');
  await diagnose('4000');
  await expect.element(verdict()).toHaveTextContent('Verdict 2');
  await userEvent.click(page.getByRole('button', { name: /Verdict 1/ }));
  await expect.element(verdict()).toHaveTextContent('Verdict 1');
  await expect.element(field()).toHaveValue('3000');
  expect(count).toBe(2);
});

test('says why there is no answer', async () => {
  await show(aDiagnosis(), {
    handlers: { 'doctor.diagnose': async () => fail('internal', 'It broke, see log 7.') },
  });
  await userEvent.fill(field(), '3000');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('alert')).toHaveTextContent('It broke, see log 7.');
});

test('leaves the field with Escape, so that the keys work again', async () => {
  await show();
  await expect.element(field()).toHaveFocus();
  await userEvent.keyboard('1');
  await expect.element(field()).toHaveValue('1');
  await userEvent.keyboard('{Escape}1');
  await expect.element(page.getByRole('grid', { name: 'Ports' })).toBeVisible();
});

test('opens the settings of the system where that is possible, and copies the way there where it is not', async () => {
  const path = 'System Settings > Network > Firewall';
  const fix = { kind: 'open-system-settings', label: 'Open the firewall settings', page: 'firewall', path };
  const answer = { ...aDiagnosis(), fixes: [fix as Diagnosis['fixes'][number]] };
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  let opened = true;
  const { berth } = await show(answer, {
    host: { capabilities: [...able.capabilities, 'system-settings'] },
    handlers: { 'window.system-settings': async () => succeed({ opened }) },
  });
  await diagnose();
  await userEvent.click(verdict().getByRole('button', { name: fix.label }));
  await expect.poll(() => asked(berth, 'window.system-settings')).toEqual([{ page: 'firewall' }]);
  expect(copied).not.toHaveBeenCalled();
  opened = false;
  await userEvent.click(verdict().getByRole('button', { name: fix.label }));
  await expect.poll(() => copied.mock.calls).toEqual([[path]]);
});
