import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { patchSlice } from '../../../renderer/store/app-store.ts';
import type { ViewSlice } from '../../../renderer/store/view-slice.ts';
import { exampleMachine } from '../../fakes/example-machine.ts';
import type { FakeBerthOptions } from '../../fakes/fake-berth.ts';
import { type ShownApp, showApp } from '../show-app.tsx';
import type { Theme } from './scene.ts';

/** The example machine with its list on the screen. */
export async function showList(theme: Theme, more: FakeBerthOptions = {}): Promise<ShownApp> {
  const shown = await showApp({ ...exampleMachine(), ...more, settings: { theme, ...more.settings } });
  await expect.element(page.getByRole('grid', { name: 'Ports' })).toBeVisible();
  return shown;
}

/** The same, seen in a certain way. */
export async function showView(theme: Theme, view: Partial<ViewSlice>, more: FakeBerthOptions = {}) {
  const shown = await showList(theme, more);
  patchSlice(shown.app.store, 'view', view);
  return shown;
}

/** Selects the row and opens what is known about it. */
export async function inspect(listenerId: string): Promise<void> {
  const row = document.querySelector<HTMLElement>(`[data-listener="${listenerId}"]`);
  if (!row) throw new Error(`There is no row of ${listenerId}.`);
  await userEvent.click(row, { position: { x: 60, y: 10 } });
  await expect.element(page.getByRole('complementary')).toBeVisible();
}
