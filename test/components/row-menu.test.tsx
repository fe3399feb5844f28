import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { asked, machine, python, rowOf, showMachine } from './kill-machine.tsx';

beforeEach(() => page.viewport(1240, 720));

const menu = (name: string | RegExp = /^Port/) => page.getByRole('menu', { name });
const grid = () => page.getByRole('grid', { name: 'Ports' });
const rightClick = (id: string) =>
  userEvent.click(rowOf(id), { button: 'right', position: { x: 80, y: 20 } });
const selected = () =>
  document.querySelector<HTMLElement>('[data-listener][aria-selected="true"]')?.dataset.listener;

test('a right click selects the row, shows what can be done, and opens nothing else', async () => {
  await showMachine({});
  await rightClick(python);
  await expect.element(menu('Port 62893')).toBeVisible();
  expect(selected()).toBe(python);
  await expect.element(page.getByRole('complementary')).not.toBeInTheDocument();
  await expect
    .element(page.getByRole('menuitem', { name: /^Kill python3, process 60311, on port 62893/ }))
    .toBeVisible();
});

test.each(['{ContextMenu}', '{Shift>}{F10}{/Shift}'])(
  '%s opens the menu of the selected row',
  async (keys) => {
    await showMachine({});
    await userEvent.click(rowOf(python));
    await userEvent.keyboard(keys);
    await expect.element(menu('Port 62893')).toBeVisible();
    const { top, bottom } = rowOf(python).getBoundingClientRect();
    const box = menu().element().getBoundingClientRect();
    expect(box.top >= bottom || box.bottom <= top).toBe(true);
  },
);

test('is walked with the arrows, runs with Enter and gives the focus back to the list', async () => {
  const { berth } = await showMachine({});
  await userEvent.click(rowOf(python));
  await userEvent.keyboard('{Shift>}{F10}{/Shift}');
  await expect.element(menu()).toBeVisible();
  await userEvent.keyboard('{ArrowDown}');
  await userEvent.keyboard('restart');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => asked(berth, 'ports.restart').length).toBe(1);
  await expect.element(menu()).not.toBeInTheDocument();
  await expect.element(grid()).toHaveFocus();
});

test('Escape closes it and nothing more', async () => {
  await showMachine({});
  await userEvent.click(rowOf(python));
  await userEvent.keyboard('{Shift>}{F10}{/Shift}');
  await expect.element(menu()).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(menu()).not.toBeInTheDocument();
  await expect.element(grid()).toHaveFocus();
  expect(selected()).toBe(python);
  await expect.element(page.getByRole('complementary')).toBeVisible();
});

test('on one of several picked rows it is about all of them', async () => {
  const { berth } = await showMachine({});
  await userEvent.click(rowOf('tcp/127.0.0.1/6379'));
  await userEvent.click(rowOf(python), { modifiers: ['Control'] });
  await rightClick(python);
  await userEvent.click(page.getByRole('menuitem', { name: /^Kill 2 ports/ }));
  await expect
    .poll(() => asked(berth, 'ports.plan-kill'))
    .toMatchObject([{ targets: [{ port: 6379 }, { port: 62_893 }] }]);
});

test('on a row that is not picked it lets go of those that are', async () => {
  await showMachine({});
  await userEvent.click(rowOf('tcp/127.0.0.1/6379'));
  await userEvent.click(rowOf('tcp/127.0.0.1/5432'), { modifiers: ['Control'] });
  await rightClick(python);
  await expect.element(page.getByRole('menuitem', { name: /^Kill python3/ })).toBeVisible();
  expect(selected()).toBe(python);
});

test('what cannot be done is there, cannot be chosen and says why', async () => {
  await showMachine({});
  await rightClick('tcp/127.0.0.1/631');
  const kill = page.getByRole('menuitem', { name: /^Kill what holds the port/ });
  await expect.element(kill).toHaveAttribute('aria-disabled', 'true');
  await expect.element(kill).toHaveAttribute('title', 'Who holds it cannot be seen.');
  expect(machine.listeners.find(({ port }) => port === 631)?.owners).toEqual([]);
});
