import { patchSlice } from '../store/app-store.ts';
import type { PortFilter } from '../store/view-slice.ts';
import type { Command } from './command.ts';

const titles: Readonly<Record<PortFilter, string>> = {
  all: 'Show all ports',
  'dev-server': 'Show dev servers only',
  database: 'Show databases only',
  mine: 'Show my ports only',
  network: 'Show ports on the network only',
  tcp: 'Show TCP ports only',
  udp: 'Show UDP ports only',
};

/** One for each filter over the list. */
export const filterCommands: readonly Command[] = Object.entries(titles).map(([filter, title]) => ({
  id: `filter-${filter}`,
  area: 'list',
  title,
  keys: [],
  enabled: ({ view }) => view.filter !== filter,
  whyNot: () => 'That is what shows now.',
  run: ({ store }) => patchSlice(store, 'view', { filter: filter as PortFilter }),
}));
