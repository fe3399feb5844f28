import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { exampleMachine } from '../fakes/example-machine.ts';
import { aHost } from '../fakes/fake-berth.ts';
import { asked } from './kill-machine.tsx';
import { showApp } from './show-app.tsx';

beforeEach(() => page.viewport(1240, 720));

const python = 'tcp/127.0.0.1/62893';
const grid = () => page.getByRole('grid', { name: 'Ports' });
const field = () => page.getByRole('combobox', { name: 'Find a command or a port' });
const options = () => page.getByRole('option').elements();
const highlighted = () => document.querySelector('[role="option"][data-highlighted]')?.textContent ?? '';

async function show(more: Parameters<typeof showApp>[0] = exampleMachine()) {
  const shown = await showApp(more);
  await expect.element(grid()).toBeVisible();
  return shown;
}

async function open(text = '') {
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(field()).toHaveFocus();
  if (text !== '') await userEvent.keyboard(text);
}

test('opens with Ctrl+K from anywhere and gives the focus back when it is left', async () => {
  await show();
  await userEvent.click(page.getByRole('searchbox'));
  await open();
  await userEvent.keyboard('{Escape}');
  await expect.element(field()).not.toBeInTheDocument();
  await expect.element(page.getByRole('searchbox')).toHaveFocus();
});

test('closes with the key that opened it', async () => {
  await show();
  await open();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(field()).not.toBeInTheDocument();
});

test('goes to a port by its number, whatever hides its row', async () => {
  const { app } = await show();
  await userEvent.fill(page.getByRole('searchbox'), 'project:storefront');
  await open('62893');
  await expect.poll(highlighted).toContain('python3');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('complementary', { name: 'Port 62893' })).toBeVisible();
  await expect.element(page.getByRole('searchbox')).toHaveValue('');
  expect(app.store.getState().view.selectedId).toBe(python);
  await expect.element(grid()).toHaveFocus();
});

test('puts the port that is meant before those that only begin like it', async () => {
  await show();
  await open('80');
  await expect
    .poll(() => options().map((option) => option.textContent?.slice(0, 4)))
    .toEqual(['80ng', '8080']);
});

test('finds a command by the letters of its words and runs it', async () => {
  const { app } = await show();
  await open('glp');
  await expect.poll(highlighted).toBe('Group the list by project');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => app.store.getState().view.grouping).toBe('project');
});

test('walks with the arrows and shows the key of each command', async () => {
  await show();
  await open('copy');
  const first = highlighted();
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(highlighted).not.toBe(first);
  await userEvent.clear(field());
  await userEvent.keyboard('search the');
  await expect.poll(highlighted).toBe('Search the list/');
});

test('what moves the focus itself has it afterwards', async () => {
  await show();
  await userEvent.click(page.getByText('python3'));
  await open('search the list');
  await expect.poll(highlighted).toContain('Search the list');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('searchbox')).toHaveFocus();
});

test('what was run last comes first', async () => {
  await show();
  await open('group by reach');
  await expect.poll(highlighted).toContain('by reach');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('treegrid')).toBeVisible();
  await open('do not group');
  await expect.poll(highlighted).toContain('Do not group');
  await userEvent.keyboard('{Enter}');
  await expect.element(grid()).toBeVisible();
  await open();
  await expect.poll(highlighted).toBe('Group the list by reach');
});

test('names what a kill would end, and asks as ever', async () => {
  const { berth } = await show();
  await userEvent.click(page.getByText('python3'));
  await open('kill');
  await expect.poll(highlighted).toContain('Kill python3, process 60311, on port 62893');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => asked(berth, 'ports.plan-kill').length).toBe(1);
});

test('says why a command cannot run, and does not run it', async () => {
  const { berth } = await show({ ...exampleMachine(), host: { capabilities: ['open-url'] } });
  expect(aHost.capabilities).toContain('kill');
  await userEvent.click(page.getByText('python3'));
  await open('restart');
  const option = page.getByRole('option', { name: /^Restart python3/ });
  await expect.element(option).toHaveTextContent('This Berth shows ports and ends none.');
  await expect.element(option).toHaveAttribute('aria-disabled', 'true');
  await userEvent.keyboard('{Enter}');
  await expect.element(field()).toBeVisible();
  expect(asked(berth, 'ports.restart')).toEqual([]);
  expect(document.querySelector('[aria-live="polite"]')?.textContent).toContain('ends none');
});

test('says that nothing is called that', async () => {
  await show();
  await open('zzzz');
  await expect.element(page.getByText('No command and no port is called that.')).toBeVisible();
});

test('opens with the button in the header, and no letter reaches the list under it', async () => {
  const { app } = await show();
  await userEvent.click(page.getByRole('button', { name: 'Find a command or a port' }));
  await expect.element(field()).toHaveFocus();
  await userEvent.keyboard('jjj');
  expect(app.store.getState().view.selectedId).toBeNull();
});
