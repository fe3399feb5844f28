import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fail, succeed } from '../../shared/rpc/failure.ts';
import { anAnswer, aPage } from '../fakes/an-answer.ts';
import type { FakeBerthOptions } from '../fakes/fake-berth.ts';
import { probedMachine, python } from './gallery/probed-machine.ts';
import { inspect, showList } from './gallery/show-scene.tsx';
import { asked } from './kill-machine.tsx';

beforeEach(() => page.viewport(1240, 720));

const inspector = () => page.getByRole('complementary');

async function show(id: string, handlers: FakeBerthOptions['handlers'] = {}) {
  const machine = probedMachine();
  const shown = await showList('dark', { ...machine, handlers: { ...machine.handlers, ...handlers } });
  await inspect(id);
  return shown;
}

test('says what is wrong, and what the number is usually for', async () => {
  await show('tcp/127.0.0.1/5432');
  await expect
    .element(inspector())
    .toHaveTextContent('5432 is registered for postgresql; usually PostgreSQL.');
  await inspect(python);
  await expect.element(inspector()).toHaveTextContent('It accepts connections and sends no reply to HTTP');
});

test.each([
  ['Copy the address', '127.0.0.1:62893'],
  ['Copy the URL', 'http://127.0.0.1:62893/'],
  ['Copy the process ID', '60311'],
  ['Copy the command for a terminal', "ss -H -tlnp 'sport = :62893'"],
])('%s puts %s on the clipboard', async (name, text) => {
  await show(python);
  const copied: string[] = [];
  const write = navigator.clipboard.writeText;
  navigator.clipboard.writeText = async (value) => void copied.push(value);
  try {
    await userEvent.click(inspector().getByRole('button', { name, exact: true }));
    await expect.element(inspector().getByRole('button', { name: 'Copied' })).toBeVisible();
  } finally {
    navigator.clipboard.writeText = write;
  }
  expect(copied).toEqual([text]);
});

test('counts connections and says from where', async () => {
  await show(python);
  const count = inspector().getByText('3 now');
  await expect.element(count).toHaveAttribute('title', '127.0.0.1: 2\n::1: 1');
});

test('says nothing of connections where the system does not tell', async () => {
  const { berth } = await show(python, {
    'ports.connections': async () => succeed({ established: null, peers: [] }),
  });
  await expect.poll(() => asked(berth, 'ports.connections').length).toBeGreaterThan(0);
  await expect.element(inspector().getByText('Connections', { exact: true })).not.toBeInTheDocument();
});

test('draws the last day, walks along it with the arrows and writes down each stretch', async () => {
  await show(python);
  const strip = inspector().getByRole('list', { name: 'Held 3 times in the last 24 hours' });
  await expect.element(strip).toBeInTheDocument();
  const stops = () => [...strip.element().querySelectorAll<HTMLElement>('[tabindex="0"]')];
  expect(stops()).toHaveLength(1);
  stops()[0]?.focus();
  await userEvent.keyboard('{ArrowLeft}');
  await expect
    .poll(() => document.activeElement?.textContent)
    .toMatch(/^java 4121, .* 40 min, killed by Berth$/);
  await userEvent.keyboard('{Home}');
  await expect
    .poll(() => document.activeElement?.textContent)
    .toMatch(/^python3 60311, .* ended while Berth was not/);
});

test('has no strip where Berth keeps no history', async () => {
  const { berth } = await show(python, { 'history.read': async () => fail('internal', 'No history.') });
  await expect.poll(() => asked(berth, 'history.read').length).toBeGreaterThan(0);
  await expect.element(inspector().getByRole('heading', { name: 'Last 24 hours' })).not.toBeInTheDocument();
});

test('asks again after an answer that failed', async () => {
  let asks = 0;
  await show(python, {
    'ports.connections': async () => {
      asks += 1;
      return asks === 1 ? fail('internal', 'Not now.') : succeed({ established: 3, peers: [] });
    },
  });
  await expect.poll(() => inspector().element().textContent, { timeout: 8000 }).toContain('3 now');
});

test('says what a probe would send before it is sent, and then what came back', async () => {
  const id = 'tcp/127.0.0.1/5432';
  const { berth } = await show(id, {
    'probes.run': async ({ listenerId }) => {
      const listener = berth.listener(listenerId);
      if (!listener) throw new Error('The machine has no PostgreSQL.');
      return succeed(anAnswer(listener, { product: 'PostgreSQL', trigger: 'request' }));
    },
  });
  await expect.element(inspector()).toHaveTextContent('Not probed yet. Berth would connect once');
  expect(asked(berth, 'probes.run')).toEqual([]);
  await userEvent.click(inspector().getByRole('button', { name: 'Probe', exact: true }));
  await expect.element(inspector().getByRole('button', { name: 'Probe again' })).toBeVisible();
  expect(document.querySelector(`[data-listener="${id}"]`)?.textContent).toContain('PostgreSQL');
});

test('says why a probe was refused', async () => {
  await show('tcp/127.0.0.1/5432', {
    'probes.run': async () => fail('not-allowed', 'It takes one client only.'),
  });
  await userEvent.click(inspector().getByRole('button', { name: 'Probe', exact: true }));
  await expect.element(inspector()).toHaveTextContent('It takes one client only.');
});

test('offers no probe of what is never probed, and says why', async () => {
  await show('tcp/127.0.0.1/5005');
  await expect.element(inspector()).toHaveTextContent('Not probed, ever: a debugger takes one client');
  await expect.element(inspector().getByRole('button', { name: /^Probe/ })).not.toBeInTheDocument();
});

test('a row shows an answer as soon as it is there, and drops it with its owner', async () => {
  const { berth } = await show('tcp/127.0.0.1/5432');
  const row = () => document.querySelector('[data-listener="tcp/127.0.0.1/62894"]')?.textContent;
  const listener = berth.listener('tcp/127.0.0.1/62894');
  if (!listener) throw new Error('The machine has no such port.');
  berth.tellProbe(anAnswer(listener, { http: aPage('Hello', null) }));
  await expect.poll(row).toContain('HTTP 200Hello');
  berth.change({ listeners: [{ ...listener, owners: [] }] });
  await expect.poll(row).not.toContain('HTTP 200');
});
