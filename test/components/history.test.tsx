import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { HeldSpan } from '../../shared/contract/history.ts';
import { fail, succeed } from '../../shared/rpc/failure.ts';
import { aSpan } from '../fakes/an-answer.ts';
import { exampleMachine } from '../fakes/example-machine.ts';
import type { FakeBerth, FakeBerthOptions } from '../fakes/fake-berth.ts';
import { showApp } from './show-app.tsx';

beforeEach(() => page.viewport(1240, 720));

const spans: readonly HeldSpan[] = [
  aSpan(62_893, 51, null),
  aSpan(62_893, 300, 40, { name: 'java', pid: 4121, ended: 'killed' }),
  aSpan(8080, 330, 12, { name: 'node', ended: 'replaced' }),
];

async function show(handlers: FakeBerthOptions['handlers'] = {}) {
  const shown = await showApp({
    ...exampleMachine(),
    handlers: {
      'history.read': async ({ port, search = '' }) =>
        succeed({
          spans: spans.filter(
            (span) => (port ?? span.port) === span.port && (span.name ?? '').includes(search),
          ),
          cutOff: false,
          watched: [],
        }),
      ...handlers,
    },
  });
  await expect.element(page.getByRole('grid', { name: 'Ports' })).toBeVisible();
  await userEvent.keyboard('4');
  return shown;
}

const timeline = () => page.getByRole('region', { name: 'Timeline' });
const asked = (berth: FakeBerth, name: string) => berth.asked.filter((one) => one.name === name);

test('says who held which port, and how it ended', async () => {
  await show();
  await expect.element(timeline()).toHaveTextContent(/62893python3 60311/);
  await expect.element(timeline()).toHaveTextContent(/java 4121.*40 min killed by Berth/);
  await expect.element(timeline()).toHaveTextContent('another program took the port');
});

test('searches, and says when nothing is found', async () => {
  await show();
  const search = page.getByRole('searchbox', { name: 'Search the history' });
  await userEvent.fill(search, 'java');
  await expect.element(page.getByRole('status').getByText('1 entry')).toBeVisible();
  await userEvent.fill(search, 'cobol');
  await expect.element(page.getByRole('heading', { name: 'Nothing of that kind' })).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Show everything' }));
  await expect.element(timeline()).toHaveTextContent('java');
});

test('shows one port alone when its number is pressed or typed', async () => {
  await show();
  await userEvent.click(page.getByRole('button', { name: 'Only port 8080' }));
  await expect.element(timeline()).not.toHaveTextContent('62893');
  await userEvent.click(page.getByRole('button', { name: 'Show other ports than 8080, too' }));
  await expect.element(timeline()).toHaveTextContent('62893');
  await userEvent.fill(page.getByRole('textbox', { name: 'Only this port' }), '62893');
  await userEvent.keyboard('{Enter}');
  await expect.element(timeline()).not.toHaveTextContent('8080');
});

test('goes to a port that is still held', async () => {
  await show();
  await userEvent.click(page.getByRole('button', { name: 'Show 62893 in ports' }));
  await expect.element(page.getByRole('complementary')).toHaveTextContent('62893');
});

test('clears only after a yes', async () => {
  const { berth } = await show();
  await expect.element(timeline()).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Clear' }));
  await expect.element(page.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(asked(berth, 'history.clear')).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: 'Clear' }));
  await userEvent.click(page.getByRole('button', { name: 'Clear the history' }));
  await expect.poll(() => asked(berth, 'history.clear')).toHaveLength(1);
});

test('keeps only what is in view in the page', async () => {
  const many = Array.from({ length: 5000 }, (_, index) =>
    aSpan(1 + (index % 65_000), index, 1, { id: String(index) }),
  );
  await show({ 'history.read': async () => succeed({ spans: many, cutOff: true, watched: [] }) });
  await expect.element(page.getByText(/^The newest 5,000 show/)).toBeVisible();
  await expect.element(timeline()).toBeVisible();
  expect(timeline().element().querySelectorAll('li').length).toBeLessThan(60);
  timeline().element().scrollTop = 1_000_000;
  await expect.element(timeline()).toHaveTextContent('5000');
});

test('says why it cannot be read', async () => {
  await show({ 'history.read': async () => fail('storage-failed', 'The history file cannot be read.') });
  await expect.element(page.getByRole('alert')).toHaveTextContent('The history file cannot be read.');
});

test('hears of what changes while it is looked at', async () => {
  let extra: readonly HeldSpan[] = [];
  const { berth } = await show({
    'history.read': async () => succeed({ spans: [...extra, ...spans], cutOff: false, watched: [] }),
  });
  await expect.element(timeline()).toBeVisible();
  extra = [aSpan(4000, 0, null, { name: 'deno' })];
  berth.change({ removed: ['tcp/127.0.0.1/631'] });
  await expect.element(timeline(), { timeout: 6000 }).toHaveTextContent('deno');
});
