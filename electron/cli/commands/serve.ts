import path from 'node:path';
import type { ServeDocument } from '../../../shared/contract/documents.ts';
import type { FolderOptions, ServedFolder, ServeRequest } from '../../../shared/contract/folders.ts';
import type { Core } from '../../core/core.ts';
import type { Command } from '../command.ts';
import { readPort } from '../read-number.ts';
import { safeText } from '../safe-text.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { withCore } from '../with-core.ts';

const switches = {
  spa: 'spa',
  cors: 'cors',
  live: 'liveReload',
  hidden: 'showHidden',
  network: 'network',
} as const satisfies Record<string, keyof FolderOptions>;

export const serve: Command = {
  name: 'serve',
  usage: 'DIR [--port N] [--network] [--spa] [--cors] [--live] [--hidden] [--yes] [--json]',
  help: `
Serves a folder over HTTP on this machine until interrupted: 127.0.0.1 and ::1, port 62893 or the next one that is free.

  --port N   this port, and no other
  --network  other machines may read the folder too, for at most two hours
  --spa      unknown paths answer with index.html, for applications that route in the page
  --cors     pages of other origins may read the files
  --live     open pages load again when a file changes
  --hidden   names that start with a dot are served too
  --yes      serve a folder although Berth warns of it
  --json     print the addresses as one JSON document

berth DIR hands the folder to the Berth that is running, and serves it like this when there is none.`,
  options: {
    port: 'value',
    network: 'flag',
    spa: 'flag',
    cors: 'flag',
    live: 'flag',
    hidden: 'flag',
    yes: 'flag',
    json: 'flag',
  },
  operand: { name: 'DIR', most: 1 },

  async run({ operands, flags, values }, context) {
    const { terminal } = context;
    const [given] = operands;
    if (given === undefined)
      throw new UsageError('which folder? Give its path: berth serve . serves this one.');
    const wanted = values.get('port');
    const request: ServeRequest = {
      path: path.resolve(given),
      options: Object.fromEntries(
        Object.entries(switches).map(([flag, option]) => [option, flags.has(flag)]),
      ),
      despiteWarning: flags.has('yes'),
      ...(wanted === undefined ? {} : { port: readPort(wanted) }),
    };
    return withCore(context, async (core) => {
      const stop = terminal.catchInterrupt();
      const result = await core.folders.serve(request);
      if (result.outcome === 'refused') {
        const hint = result.reason === 'dangerous' ? ' Say --yes to serve it all the same.' : '';
        terminal.tell(`berth serve: ${safeText(result.message)}${hint}`);
        return 1;
      }
      if (flags.has('json')) terminal.print(JSON.stringify(toDocument(result.folder)));
      else {
        tellAddresses(result.folder, terminal);
        terminal.tell('Ctrl-C ends it.');
      }
      return (await untilEnded(core, stop, terminal)) ? 0 : 1;
    });
  },
};

export function tellAddresses(
  { path: folder, urls, networkUrls, message }: ServedFolder,
  terminal: Terminal,
): void {
  if (message !== null) terminal.tell(safeText(message));
  const [url, ...others] = urls;
  terminal.print(`Serving ${safeText(folder)}`);
  terminal.print(`  ${url}`);
  for (const other of others) terminal.print(`  ${other}`);
  for (const other of networkUrls) terminal.print(`  ${other}  for other machines, for two hours`);
}

/** True when it was told to end; false, with the reason told, when its server ended by itself. */
function untilEnded(core: Core, stop: AbortSignal, terminal: Terminal): Promise<boolean> {
  return new Promise((resolve) => {
    // The core's timers keep nobody alive; whoever serves wants to stay.
    const stay = setInterval(() => undefined, 60_000);
    const finish = (wasTold: boolean) => {
      clearInterval(stay);
      resolve(wasTold);
    };
    if (stop.aborted) finish(true);
    stop.addEventListener('abort', () => finish(true), { once: true });
    core.folders.onChange((folders) => {
      const ended = folders.find(({ state }) => state === 'stopped' || state === 'failed');
      if (!ended || stop.aborted) return;
      terminal.tell(`berth serve: ${safeText(ended.message ?? 'The server has ended.')}`);
      finish(false);
    });
  });
}

function toDocument(folder: ServedFolder): ServeDocument {
  return {
    version: 1,
    folder: folder.path,
    url: folder.urls[0] ?? '',
    urls: folder.urls,
    networkUrls: folder.networkUrls,
    port: folder.port,
    pid: folder.pid ?? 0,
  };
}
