import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { probedMachine, python } from './probed-machine.ts';
import type { Scene, Theme } from './scene.ts';
import { inspect, showList } from './show-scene.tsx';

const ids = {
  inspector: python,
  'inspector-answer': 'tcp/127.0.0.1/3000',
  'inspector-never-probed': 'tcp/127.0.0.1/5005',
  'inspector-not-yet-probed': 'tcp/127.0.0.1/5432',
  'inspector-container': 'tcp/0.0.0.0/8080',
  'inspector-shared': 'tcp/0.0.0.0/80',
  'inspector-owner-hidden': 'tcp/127.0.0.1/631',
} as const;

export const inspectorScenes: readonly Scene[] = [
  ...Object.entries(ids).map(([name, id]) => ({ name, show: (theme: Theme) => inspected(theme, id) })),
  {
    name: 'inspector-history',
    async show(theme) {
      await inspected(theme, python);
      const strip = page.getByRole('list', { name: 'Held 3 times in the last 24 hours' });
      await expect.element(strip).toBeInTheDocument();
      strip.element().scrollIntoView({ block: 'center' });
    },
  },
  {
    name: 'inspector-closed',
    async show(theme) {
      const { berth } = await inspected(theme, python);
      berth.change({ removed: [python] });
      await expect.element(page.getByText(/^Nothing holds/)).toBeVisible();
    },
  },
];

async function inspected(theme: Theme, id: string) {
  const shown = await showList(theme, probedMachine());
  await inspect(id);
  return shown;
}
