import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { exampleMachine } from '../fakes/example-machine.ts';
import { showApp } from './show-app.tsx';

beforeEach(() => page.viewport(1240, 720));

const tree = () => page.getByRole('treegrid', { name: 'Ports' });
const heads = () =>
  [...document.querySelectorAll<HTMLElement>('[data-group]')].map((head) => head.textContent);
const ports = () => document.querySelectorAll('[data-listener]').length;
const head = (name: string) => document.querySelector<HTMLElement>(`[data-group="group/project/${name}"]`);

async function group() {
  const shown = await showApp(exampleMachine());
  await expect.element(page.getByRole('grid', { name: 'Ports' })).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Group the list: no groups' }));
  await userEvent.click(page.getByRole('menuitemradio', { name: 'By project' }));
  await expect.element(tree()).toBeVisible();
  (tree().element() as HTMLElement).focus();
  return shown;
}

test('groups by project, with a head that says how many and how many on the network', async () => {
  await group();
  expect(heads()).toEqual([
    'admin-ui1 port1 on the network',
    'billing1 port',
    'compose/gateway1 port1 on the network',
    'docs-site1 port',
    'storefront2 ports',
    'No project8 ports3 on the network',
  ]);
  expect(head('storefront')?.getAttribute('aria-level')).toBe('1');
  expect(document.querySelector('[data-listener]')?.getAttribute('aria-level')).toBe('2');
});

test('a click on a head closes and opens its group', async () => {
  await group();
  const all = ports();
  await userEvent.click(head('storefront') as HTMLElement);
  await expect.poll(ports).toBe(all - 2);
  expect(head('storefront')?.getAttribute('aria-expanded')).toBe('false');
  await userEvent.click(head('storefront') as HTMLElement);
  await expect.poll(ports).toBe(all);
});

test('the keyboard reaches heads, closes and opens them, and the list points at them', async () => {
  await group();
  await userEvent.keyboard('{Home}{ArrowLeft}');
  await expect.poll(() => head('admin-ui')?.getAttribute('aria-expanded')).toBe('false');
  expect(tree().element().getAttribute('aria-activedescendant')).toBe(head('admin-ui')?.id);
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(() => head('admin-ui')?.getAttribute('aria-expanded')).toBe('true');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => head('admin-ui')?.getAttribute('aria-expanded')).toBe('false');
});

test('nothing moves sideways when the list comes to a head with the inspector open', async () => {
  await group();
  await userEvent.keyboard('{Home}j{Enter}');
  await expect.element(page.getByRole('complementary', { name: 'Port 5173' })).toBeVisible();
  const { width } = tree().element().getBoundingClientRect();
  await userEvent.keyboard('j');
  await expect.element(page.getByRole('complementary', { name: 'Group billing' })).toBeVisible();
  expect(tree().element().getBoundingClientRect().width).toBe(width);
});

test('Del on a head ends nothing', async () => {
  const { berth } = await group();
  await userEvent.keyboard('{Home}{Delete}');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(berth.asked.map(({ name }) => name)).not.toContain('ports.plan-kill');
});
