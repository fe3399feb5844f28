import '../../../renderer/ui/tokens.css';
import '../../../renderer/ui/base.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Root } from '../../../renderer/root.tsx';
import type { App } from '../../../renderer/store/app.ts';
import { createAppStore, patchSlice } from '../../../renderer/store/app-store.ts';
import { applyEvents } from '../../../renderer/store/apply-events.ts';
import type { Grouping, SortColumn } from '../../../renderer/store/view-slice.ts';
import { defaultSettings } from '../../../shared/contract/default-settings.ts';
import type { Listener } from '../../../shared/contract/ports.ts';
import type { Changes, ListenerEvent } from '../../../shared/contract/snapshot.ts';
import type { Welcome } from '../../../shared/contract/welcome.ts';
import { refuse } from '../../../shared/rpc/failure.ts';
import { aListener, aProcess } from '../../fakes/rows.ts';

export interface Measured {
  readonly scene: string;
  /** Size of the message on the wire. */
  readonly bytes: number;
  /** Milliseconds from the message to the page laid out anew, one for each round. */
  readonly times: readonly number[];
}

declare global {
  interface Window {
    measure(rows: number, rounds: number): Promise<readonly Measured[]>;
  }
}

window.measure = async (rows, rounds) => {
  const { app, welcome } = show(rows);
  const measured: Measured[] = [];
  measured.push(
    await repeat('whole snapshot', rounds / 4, () => [welcome, () => app.facts.welcome(welcome)]),
  );
  measured.push(await measureScrolling(rounds));
  const scenes: readonly (readonly [string, SortColumn, string, Grouping])[] = [
    ['', 'port', '', 'none'],
    [', sorted by process', 'process', '', 'none'],
    [', with a search', 'port', 'node', 'none'],
    [', grouped by process', 'port', '', 'process'],
    [', grouped by project', 'port', '', 'project'],
  ];
  for (const [name, column, search, grouping] of scenes) {
    patchSlice(app.store, 'view', { search, grouping, sort: { column, descending: false } });
    measured.push(...(await measureChanges(app, name, rounds)));
  }
  return measured;
};

/** Ten rows further each time: the work that has to be done before the frame. */
async function measureScrolling(rounds: number): Promise<Measured> {
  const scroller = document.querySelector('[role="grid"]')?.firstElementChild;
  if (!(scroller instanceof HTMLElement)) throw new Error('the page has no list');
  const measured = await repeat('scrolled by ten rows', rounds, (round) => [
    null,
    () => {
      scroller.scrollTop = round * 380;
      scroller.dispatchEvent(new Event('scroll'));
    },
  ]);
  scroller.scrollTop = 0;
  return { ...measured, bytes: 0 };
}

/** Each row closes once. */
let lastClosed = 1000;

async function measureChanges(app: App, name: string, rounds: number) {
  let sequence = 1;
  const tell = (part: Partial<Changes>, kind: ListenerEvent['kind'], listenerId: string) => {
    sequence += 1;
    const changes = changesWith(sequence, part, { kind, listenerId, at: now() });
    return [changes, () => app.facts.event('changes', changes)] as const;
  };
  const owner = owners[3];
  if (!owner) throw new Error('owners are missing');
  // In view, so that there is something to draw.
  const inView = (round: number) => aListener(1 + (round % 10), [owner], { address: '127.0.0.9' });
  const opened = await repeat(`one opened${name}`, rounds, (round) => {
    const listener = inView(round);
    return tell({ listeners: [listener] }, 'opened', listener.id);
  });
  const changed = await repeat(`one changed owner${name}`, rounds, (round) => {
    const next = owners[round % owners.length] ?? owner;
    const listener: Listener = { ...inView(round), owners: [next.key] };
    return tell({ listeners: [listener] }, 'changed-owner', listener.id);
  });
  const closed = await repeat(`one closed${name}`, rounds, () => {
    lastClosed += 1;
    const { id } = aListener(lastClosed, []);
    return tell({ removedListeners: [id] }, 'closed', id);
  });
  return [opened, changed, closed];
}

/** Runs what `prepare` gives and times it, with a frame in between as there is one between two scans. */
async function repeat(
  scene: string,
  rounds: number,
  prepare: (round: number) => readonly [unknown, () => void],
): Promise<Measured> {
  const times: number[] = [];
  let bytes = 0;
  for (let round = -5; round < rounds; round += 1) {
    const [message, apply] = prepare(round + 5);
    bytes = JSON.stringify(message).length;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const start = performance.now();
    flushSync(apply);
    document.body.getBoundingClientRect();
    if (round >= 0) times.push(performance.now() - start);
  }
  return { scene, bytes, times };
}

const owners = Array.from({ length: 500 }, (_, index) =>
  aProcess(1000 + index, {
    name: index % 3 === 0 ? 'python3' : 'node',
    command: ['node', `/srv/app-${index}/server.js`],
    project: { name: `app-${index}`, root: `/srv/app-${index}`, manifest: null, branch: null },
  }),
);

function show(rows: number): { readonly app: App; readonly welcome: Welcome } {
  const listeners = Array.from({ length: rows }, (_, index) =>
    aListener(1000 + index, owners.slice(index % owners.length, (index % owners.length) + 1)),
  );
  const welcome: Welcome = {
    host: {
      version: '0',
      platform: 'linux',
      hostname: 'bench',
      user: 'maya',
      home: '/home/maya',
      privileged: false,
      pid: 1,
      capabilities: ['kill', 'label', 'settings', 'open-url'],
    },
    settings: { ...defaultSettings, theme: 'dark' },
    probes: [],
    folders: [],
    snapshot: {
      sequence: 1,
      scannedAt: now(),
      source: { name: 'proc', state: 'ok', durationMs: 1, lastError: null, fallbackReason: null },
      listeners,
      processes: owners,
    },
  };
  const store = createAppStore();
  const app: App = {
    store,
    facts: applyEvents(store),
    call: async () => ({ ok: false, failure: refuse('disconnected', 'Nobody is there.') }),
    reconnect: () => {},
  };
  const place = document.getElementById('root');
  if (!place) throw new Error('the page has no #root');
  flushSync(() => createRoot(place).render(<Root app={app} />));
  flushSync(() => app.facts.welcome(welcome));
  return { app, welcome };
}

function changesWith(sequence: number, part: Partial<Changes>, event: ListenerEvent): Changes {
  return {
    sequence,
    scannedAt: now(),
    listeners: [],
    removedListeners: [],
    processes: [],
    removedProcesses: [],
    events: [event],
    ...part,
  };
}

function now(): string {
  return new Date().toISOString();
}
