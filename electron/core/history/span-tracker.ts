import type { HeldSpan } from '../../../shared/contract/history.ts';
import type { Listener, Protocol } from '../../../shared/contract/ports.ts';
import type { Process } from '../../../shared/contract/processes.ts';
import type { Changes } from '../../../shared/contract/snapshot.ts';
import { isUnread, type PortHolder, portHolders } from './port-holders.ts';

export type EndedByBerth = 'killed' | 'restarted';

/** Turns changes of the list into spans: who held a port, from when to when. Work is proportional to what changed. */
export class SpanTracker {
  readonly #listeners = new Map<string, Listener>();
  readonly #idsOfPort = new Map<string, Set<string>>();
  readonly #processes = new Map<string, Process>();
  readonly #open = new Map<string, Map<string, HeldSpan>>();
  readonly #endings = new Map<string, EndedByBerth>();
  readonly #adoptable: Map<string, HeldSpan>;
  #isFirst = true;

  /** `unfinished` are spans of an earlier run: one whose process still holds its port goes on. */
  constructor(unfinished: readonly HeldSpan[]) {
    this.#adoptable = new Map(unfinished.map((span) => [startOfId(span.id), span]));
  }

  /** What is new or different, to be written down. */
  apply(changes: Omit<Changes, 'sequence' | 'events'>): readonly HeldSpan[] {
    for (const process of changes.processes) this.#processes.set(process.key, process);
    const ports = new Set<string>();
    for (const id of changes.removedListeners) this.#dropListener(id, ports);
    for (const listener of changes.listeners) this.#takeListener(listener, ports);
    const spans = [...ports].flatMap((port) => this.#settle(port, changes.scannedAt));
    for (const key of changes.removedProcesses) this.#processes.delete(key);
    this.#isFirst = false;
    return spans;
  }

  /** What of the earlier run has not been found again; asked once, after the first list. */
  takeLost(): readonly HeldSpan[] {
    const lost = [...this.#adoptable.values()];
    this.#adoptable.clear();
    return lost;
  }

  /** Whatever ends on this port from now on was ended by Berth, until `ending` is null. */
  expectEnd(protocol: Protocol, port: number, ending: EndedByBerth | null): void {
    const key = `${protocol}/${port}`;
    if (ending === null) this.#endings.delete(key);
    else this.#endings.set(key, ending);
  }

  #takeListener(listener: Listener, ports: Set<string>): void {
    const port = portKey(listener);
    this.#listeners.set(listener.id, listener);
    const ids = this.#idsOfPort.get(port) ?? new Set();
    this.#idsOfPort.set(port, ids.add(listener.id));
    ports.add(port);
  }

  #dropListener(id: string, ports: Set<string>): void {
    const listener = this.#listeners.get(id);
    if (!listener) return;
    const port = portKey(listener);
    this.#listeners.delete(id);
    this.#idsOfPort.get(port)?.delete(id);
    ports.add(port);
  }

  #settle(port: string, at: string): HeldSpan[] {
    const ids = this.#idsOfPort.get(port) ?? new Set<string>();
    const listeners = [...ids].flatMap((id) => this.#listeners.get(id) ?? []);
    const holders = portHolders(listeners, this.#processes);
    const open = this.#open.get(port) ?? new Map<string, HeldSpan>();
    const gone = [...open.keys()].filter((key) => !holders.has(key));
    const next = new Map<string, HeldSpan>();
    const written: HeldSpan[] = [];
    for (const holder of holders.values()) {
      const before = open.get(holder.key) ?? this.#readSince(gone, open, holder);
      const span = before ? grownSpan(before, holder) : this.#openSpan(port, holder, at);
      next.set(holder.key, span);
      if (span !== before) written.push(span);
    }
    const isReplaced = holders.size > 0;
    for (const key of gone) {
      const span = open.get(key);
      if (!span) continue;
      // Nothing ends before it began, whatever was done to the clock.
      const to = at > span.from ? at : span.from;
      written.push({ ...span, to, ended: this.#ending(port, isReplaced) });
    }
    if (next.size > 0) this.#open.set(port, next);
    else {
      this.#open.delete(port);
      if (ids.size === 0) this.#idsOfPort.delete(port);
    }
    return written;
  }

  /** A holder of which nothing was known, or only the pid, and that has been read since, is no new one. */
  #readSince(gone: string[], open: ReadonlyMap<string, HeldSpan>, holder: PortHolder): HeldSpan | undefined {
    const index = gone.findIndex((key) => {
      const pid = open.get(key)?.pid ?? null;
      return isUnread(key) && (pid === null || pid === holder.process?.pid);
    });
    if (index < 0) return undefined;
    const [key = ''] = gone.splice(index, 1);
    return open.get(key);
  }

  #openSpan(port: string, holder: PortHolder, at: string): HeldSpan {
    const start = `${port}/${holder.key}`;
    const adopted = this.#adoptable.get(start);
    if (adopted && this.#adoptable.delete(start)) return grownSpan(adopted, holder);
    const [first] = holder.listeners as readonly [Listener, ...Listener[]];
    const blank: HeldSpan = {
      id: `${start}/${Date.parse(at)}`,
      port: first.port,
      protocol: first.protocol,
      addresses: [],
      reach: 'machine',
      name: null,
      pid: null,
      program: null,
      project: null,
      what: null,
      from: at,
      sinceBefore: this.#isFirst,
      to: null,
      ended: null,
    };
    return grownSpan(blank, holder);
  }

  #ending(port: string, isReplaced: boolean): HeldSpan['ended'] {
    return this.#endings.get(port) ?? (isReplaced ? 'replaced' : 'closed');
  }
}

/** The same object when it says nothing new. */
function grownSpan(span: HeldSpan, { process, listeners }: PortHolder): HeldSpan {
  const addresses = [...new Set([...span.addresses, ...listeners.map(({ address }) => address)])];
  const [first] = listeners;
  const grown: HeldSpan = {
    ...span,
    addresses,
    reach: listeners.some(({ reach }) => reach === 'network') ? 'network' : span.reach,
    name: process?.name ?? first?.container?.name ?? span.name,
    pid: process?.pid ?? span.pid,
    program: process ? process.executable : span.program,
    project: process?.project?.name ?? span.project,
    what: first?.label ?? first?.identity?.product ?? span.what,
  };
  return JSON.stringify(grown) === JSON.stringify(span) ? span : grown;
}

const portKey = ({ protocol, port }: Listener) => `${protocol}/${port}`;
const startOfId = (id: string) => id.slice(0, id.lastIndexOf('/'));
