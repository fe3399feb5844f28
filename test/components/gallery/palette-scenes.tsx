import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { probedMachine, python } from './probed-machine.ts';
import type { Scene, Theme } from './scene.ts';
import { showList, showView } from './show-scene.tsx';

export const paletteScenes: readonly Scene[] = [
  { name: 'palette', show: (theme) => palette(theme, '') },
  { name: 'palette-nothing-selected', show: nothingSelected },
  { name: 'palette-number', show: (theme) => palette(theme, '628') },
  { name: 'palette-letters', show: (theme) => palette(theme, 'grp') },
  { name: 'palette-no-match', show: (theme) => palette(theme, 'zzzz') },
  {
    name: 'row-menu',
    async show(theme) {
      await showView(theme, { selectedId: python }, probedMachine());
      await openMenu(python);
    },
  },
  {
    name: 'row-menu-owner-hidden',
    async show(theme) {
      await showList(theme);
      await openMenu('tcp/127.0.0.1/631');
    },
  },
];

async function palette(theme: Theme, text: string) {
  await showView(theme, { selectedId: python, recentIds: ['copy-address', 'group-project'] });
  await typed(text);
}

async function nothingSelected(theme: Theme) {
  await showList(theme);
  await typed('');
}

async function typed(text: string) {
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(page.getByRole('combobox', { name: 'Find a command or a port' })).toHaveFocus();
  if (text !== '') await userEvent.keyboard(text);
}

async function openMenu(id: string) {
  const row = document.querySelector(`[data-listener="${id}"]`);
  if (!row) throw new Error(`There is no row of ${id}.`);
  await userEvent.click(row, { button: 'right', position: { x: 80, y: 20 } });
  await expect.element(page.getByRole('menu')).toBeVisible();
}
