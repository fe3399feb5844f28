import { beforeEach, describe, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import type { Listener } from '../../shared/contract/ports.ts';
import { exampleMachine } from '../fakes/example-machine.ts';
import { aListener, aProcess } from '../fakes/rows.ts';
import { showApp } from './show-app.tsx';

beforeEach(() => page.viewport(1240, 720));

const grid = () => page.getByRole('grid', { name: 'Ports' });
const row = (id: string) => document.querySelector<HTMLElement>(`[data-listener="${id}"]`);
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe('10,000 rows under churn', () => {
  const owners = [aProcess(1), aProcess(2, { name: 'python3' })];
  const port = (number: number, change: Partial<Listener> = {}) =>
    aListener(number, owners.slice(0, 1), change);
  const many = () => Array.from({ length: 10_000 }, (_, index) => port(2000 + index));

  test('selection, focus and the rows in view stand still through 1,000 refreshes', async () => {
    const { berth, app } = await showApp({ listeners: many(), processes: owners });
    await expect.element(grid()).toBeVisible();
    const scroller = grid().element().firstElementChild as HTMLElement;
    scroller.scrollTop = 150_000;
    const selected = 'tcp/127.0.0.1/5950';
    await expect.poll(() => row(selected)).not.toBeNull();
    await userEvent.click(row(selected) as HTMLElement);
    const { scrollTop } = scroller;
    const element = row(selected);
    const { top } = (element as HTMLElement).getBoundingClientRect();
    for (let round = 0; round < 1000; round += 1) {
      // Ports come and go below what is in view; in view they change hands.
      const other = port(8000 + (round % 900), { address: '127.0.0.7' });
      const changed = port(5945 + (round % 10), { owners: [owners[round % 2]?.key ?? ''] });
      if (round % 2 === 0) berth.change({ listeners: [other, changed], processes: owners });
      else
        berth.change({
          listeners: [changed],
          removed: [port(8000 + ((round - 1) % 900), { address: '127.0.0.7' }).id],
        });
      if (round % 50 === 0) await frame();
    }
    await expect.poll(() => app.store.getState().ports.listeners.size).toBe(10_000);
    expect(scroller.scrollTop).toBe(scrollTop);
    expect(row(selected)).toBe(element);
    expect(row(selected)?.getBoundingClientRect().top).toBe(top);
    expect(row(selected)?.getAttribute('aria-selected')).toBe('true');
    expect(document.activeElement).toBe(grid().element());
    expect(document.querySelectorAll('[data-listener]').length).toBeLessThan(60);
  }, 60_000);
});

describe('nothing moves', () => {
  const boxes = (id: string) =>
    [...(row(id)?.children ?? [])].map((cell) => {
      const { x, y, width, height } = cell.getBoundingClientRect();
      return [x, y, width, height];
    });

  test.each([1240, 820, 480])('when the actions of a row appear at %i pixels', async (width) => {
    await page.viewport(width, 720);
    await showApp(exampleMachine());
    await expect.element(grid()).toBeVisible();
    const id = 'tcp/127.0.0.1/3000';
    await userEvent.hover(page.getByRole('contentinfo'));
    const before = boxes(id);
    await userEvent.hover(row(id) as HTMLElement);
    expect(boxes(id)).toEqual(before);
  });

  test('when numbers change', async () => {
    const { berth } = await showApp(exampleMachine());
    await expect.element(grid()).toBeVisible();
    const chips = () =>
      page
        .getByRole('button', { name: /^(All|TCP)/ })
        .elements()
        .map((chip) => chip.getBoundingClientRect().width);
    const before = chips();
    const deno = aProcess(999);
    berth.change({ listeners: [aListener(4000, [deno])], processes: [deno] });
    await expect.element(page.getByRole('button', { name: 'All 15' })).toBeVisible();
    expect(chips()).toEqual(before);
  });
});

describe('as people set their system', () => {
  const emulate = (features: readonly { readonly name: string; readonly value: string }[]) =>
    (cdp() as unknown as { send(method: string, params: unknown): Promise<unknown> }).send(
      'Emulation.setEmulatedMedia',
      { features },
    );

  test('without motion a new row shows its news by colour alone', async () => {
    await emulate([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    try {
      const { berth } = await showApp(exampleMachine());
      await expect.element(grid()).toBeVisible();
      const deno = aProcess(999, { name: 'deno' });
      berth.change({ listeners: [aListener(4000, [deno])], processes: [deno] });
      await expect.poll(() => row('tcp/127.0.0.1/4000')).not.toBeNull();
      const style = getComputedStyle(row('tcp/127.0.0.1/4000') as HTMLElement);
      expect(style.animationName).toBe('none');
      expect(style.backgroundColor).not.toBe('rgba(0, 0, 0, 0)');
    } finally {
      await emulate([]);
    }
  });

  test('with forced colours the selected row has an outline', async () => {
    await emulate([{ name: 'forced-colors', value: 'active' }]);
    try {
      await showApp(exampleMachine());
      await expect.element(grid()).toBeVisible();
      await userEvent.keyboard('j');
      await expect.poll(() => document.querySelector('[aria-selected="true"]')).not.toBeNull();
      const selected = document.querySelector('[aria-selected="true"]') as HTMLElement;
      expect(getComputedStyle(selected).outlineStyle).toBe('solid');
    } finally {
      await emulate([]);
    }
  });

  test('at 200 % zoom, half the room, everything is in reach and nothing scrolls sideways', async () => {
    await page.viewport(620, 360);
    await showApp(exampleMachine());
    await expect.element(grid()).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(620);
    await userEvent.keyboard('j{Enter}');
    const kill = page.getByRole('complementary').getByRole('button', { name: /^Kill/ });
    await expect.element(kill).toBeInViewport();
  });
});
