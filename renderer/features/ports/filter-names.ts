import type { PortFilter } from '../../store/view-slice.ts';

/** In the order in which they stand over the list. */
export const filterNames: Readonly<Record<PortFilter, string>> = {
  all: 'All',
  'dev-server': 'Dev servers',
  database: 'Databases',
  mine: 'Mine',
  network: 'On the network',
  tcp: 'TCP',
  udp: 'UDP',
};
