import { formatAddress } from '../lib/format-address.ts';
import { copyText } from '../store/copy-text.ts';
import type { Command } from './command.ts';
import { targetRow } from './target-row.ts';
import { whyNoPort } from './why-not.ts';

export const copyAddress: Command = {
  id: 'copy-address',
  area: 'port',
  title: 'Copy the address',
  keys: ['c'],
  enabled: (state, listenerId) => targetRow(state, listenerId) !== null,
  whyNot: whyNoPort,
  run(app, listenerId) {
    const row = targetRow(app.store.getState(), listenerId);
    if (row) void copyText(app.store, formatAddress(row.listener.address, row.listener.port));
  },
};
