import type { Scene } from './scene.ts';
import { inspect, showList } from './show-scene.tsx';

const ids = {
  inspector: 'tcp/127.0.0.1/62893',
  'inspector-project': 'tcp/127.0.0.1/3000',
  'inspector-container': 'tcp/0.0.0.0/8080',
  'inspector-shared': 'tcp/0.0.0.0/80',
  'inspector-owner-hidden': 'tcp/127.0.0.1/631',
} as const;

export const inspectorScenes: readonly Scene[] = Object.entries(ids).map(([name, id]) => ({
  name,
  async show(theme) {
    await showList(theme);
    await inspect(id);
  },
}));
