import { browserUrl } from '../lib/format-address.ts';
import { lookupCommand } from '../lib/lookup-command.ts';
import { quoteCommand } from '../lib/quote-command.ts';
import type { AppState } from '../store/app-store.ts';
import { copyText } from '../store/copy-text.ts';
import type { PortRow } from '../store/port-row.ts';
import type { Command } from './command.ts';
import { targetRow } from './target-row.ts';
import { whyNoPort } from './why-not.ts';

export const copyUrl = copier('copy-url', 'Copy the URL', 'It has no address for a browser.', urlOf);
export const copyPid = copier('copy-pid', 'Copy the process ID', 'Who holds it cannot be seen.', pidOf);
export const copyCommandLine = copier(
  'copy-command-line',
  'Copy the command line',
  'Its command line cannot be seen.',
  commandLineOf,
);
export const copyLookup = copier(
  'copy-lookup',
  'Copy the command that shows it in a terminal',
  'Berth is not connected yet.',
  lookupOf,
);

type Read = (row: PortRow, state: AppState) => string | null;

function copier(id: string, title: string, without: string, read: Read): Command {
  const textOf = (state: AppState, listenerId?: string) => {
    const row = targetRow(state, listenerId);
    return row && read(row, state);
  };
  return {
    id,
    area: 'port',
    title,
    keys: [],
    enabled: (state, listenerId) => textOf(state, listenerId) !== null,
    whyNot: (state, listenerId) =>
      targetRow(state, listenerId) === null ? whyNoPort(state, listenerId) : without,
    run(app, listenerId) {
      const text = textOf(app.store.getState(), listenerId);
      if (text) void copyText(app.store, text);
    },
  };
}

function urlOf({ listener }: PortRow): string | null {
  return listener.protocol === 'tcp' ? browserUrl(listener.address, listener.port) : null;
}

function pidOf({ owners: [first] }: PortRow): string | null {
  return first ? String(first.pid) : null;
}

function commandLineOf({ owners: [first] }: PortRow, { connection: { host } }: AppState): string | null {
  if (!first || first.command.length === 0) return null;
  return quoteCommand(first.command, host?.platform === 'win32' ? 'windows' : 'posix');
}

function lookupOf({ listener: { protocol, port } }: PortRow, { connection: { host } }: AppState) {
  return host && lookupCommand(host.platform, protocol, port);
}
