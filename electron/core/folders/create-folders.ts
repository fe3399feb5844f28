import { randomUUID } from 'node:crypto';
import { hostname, networkInterfaces } from 'node:os';
import type {
  FolderDefaults,
  ServedFolder,
  ServeRequest,
  ServeResult,
} from '../../../shared/contract/folders.ts';
import type { Platform } from '../../../shared/contract/host.ts';
import { fail, type Outcome, succeed } from '../../../shared/rpc/failure.ts';
import { readSystemPorts } from '../free-ports/system-ports.ts';
import type { Clock } from '../lib/clock.ts';
import { definedOnly } from '../lib/defined-only.ts';
import { EventSource } from '../lib/event-source.ts';
import type { StartNodeProgram } from '../lib/node-program.ts';
import { OneByOne } from '../lib/one-by-one.ts';
import { folderPorts } from './candidate-ports.ts';
import { checkRoot } from './check-root.ts';
import { completePath, expandHome } from './complete-path.ts';
import type { HolderOf } from './explain-port.ts';
import { keepFolders, openFolderStore } from './folder-store.ts';
import type { FolderSurroundings } from './folder-surroundings.ts';
import { FolderTurn } from './folder-turn.ts';
import type { Folders } from './folders.ts';
import { HandOver } from './hand-over.ts';
import { OneFolder } from './one-folder.ts';

export interface FoldersOptions {
  readonly dataFolder: string;
  readonly home: string;
  readonly platform: Platform;
  readonly privileged: boolean;
  readonly clock: Clock;
  readonly startProgram: StartNodeProgram;
  /** The bundled `program/folder-program.ts`. */
  readonly programFile: string;
  readonly holderOf: HolderOf;
  /** Ports that something listens on as far as the last scan knows, for the address that is promised. */
  readonly heldPorts: () => ReadonlySet<number>;
  readonly settings: () => Promise<{ readonly folderDefaults: FolderDefaults; readonly folderPort: number }>;
  readonly tell: (sentence: string) => void;
  /** False for a run that serves one folder and goes: nothing is written down. */
  readonly remember: boolean;
}

/** How often counts of requests are told; milliseconds. */
const countsEvery = 1000;

export function createFolders(options: FoldersOptions): Folders {
  return new ServedFolders(options);
}

class ServedFolders implements Folders {
  readonly #options: FoldersOptions;
  readonly #around: FolderSurroundings;
  readonly #store: ReturnType<typeof openFolderStore>;
  readonly #folders = new Map<string, OneFolder>();
  readonly #changes = new EventSource<readonly ServedFolder[]>();
  readonly #turn: FolderTurn;
  readonly #handOver: HandOver;
  /** Taken out here, so that another Berth's list does not bring it back. */
  readonly #removed = new Set<string>();
  #cancelCount: (() => void) | null = null;
  #stopReceiving: (() => void) | null = null;
  /** Two folders at once would want the same port. */
  readonly #queue = new OneByOne();

  constructor(options: FoldersOptions) {
    this.#options = options;
    this.#store = openFolderStore(options.dataFolder, options.tell);
    this.#turn = new FolderTurn(options.dataFolder, options.clock);
    this.#handOver = new HandOver(options.dataFolder, options.clock);
    this.#around = {
      ...options,
      networkInterfaces,
      hostNames: [hostname(), `${hostname().replace(/\.local$/, '')}.local`],
      inTurn: (run) => this.#queue.run(run),
      changed: () => this.#changed(),
      counted: () => this.#counted(),
    };
  }

  list(): readonly ServedFolder[] {
    return [...this.#folders.values()].map((folder) => folder.view());
  }

  onChange(listener: (folders: readonly ServedFolder[]) => void): () => void {
    return this.#changes.subscribe(listener);
  }

  serve(request: ServeRequest): Promise<ServeResult> {
    return this.#queue.run(() => this.#serve(request));
  }

  start(id: string): Promise<Outcome<ServeResult>> {
    return this.#with(id, async (folder) => {
      const view = folder.view();
      if (view.state === 'serving') return { outcome: 'serving', folder: view };
      const check = await this.#checkKept(folder.kept.path);
      if (!check.ok) return check.refusal;
      return folder.start(await this.#portsFor(folder.kept.port));
    });
  }

  stop(id: string): Promise<Outcome<ServedFolder>> {
    return this.#with(id, async (folder) => {
      await folder.stop(false);
      return folder.view();
    });
  }

  change({ id, ...change }: Parameters<Folders['change']>[0]): Promise<Outcome<ServedFolder>> {
    return this.#with(id, async (folder) => {
      await folder.change(change);
      return folder.view();
    });
  }

  remove(id: string): Promise<Outcome<Record<string, never>>> {
    return this.#with(id, async (folder) => {
      await folder.stop(false);
      this.#folders.delete(id);
      this.#removed.add(id);
      this.#changed();
      return {};
    });
  }

  async log({ id, after }: Parameters<Folders['log']>[0]) {
    const folder = this.#folders.get(id);
    return folder ? succeed({ entries: folder.ring.after(after) }) : notKnown();
  }

  async nextAddress() {
    const { folderPort } = await this.#options.settings();
    const held = this.#options.heldPorts();
    const ports = await this.#portsFor(folderPort);
    return { host: '127.0.0.1', port: ports.find((port) => !held.has(port)) ?? folderPort };
  }

  async completePath(text: string) {
    return { folders: [...(await completePath(text, this.#options.home))] };
  }

  handOver(folder: string): Promise<ServeResult | null> {
    return this.#handOver.offer(folder);
  }

  resume(): Promise<void> {
    return this.#queue.run(async () => {
      if (this.#options.remember) {
        this.#stopReceiving = await this.#handOver.receive((folder) => this.serve({ path: folder }));
      }
      if (!this.#options.remember || !(await this.#turn.take())) return;
      for (const kept of await this.#store.read()) {
        const folder = new OneFolder({ ...kept, options: { ...kept.options, network: false } }, this.#around);
        this.#folders.set(kept.id, folder);
        if (!kept.isServed || !kept.options.startAgain) continue;
        const check = await this.#checkKept(kept.path);
        if (check.ok) await folder.start(await this.#portsFor(kept.port));
        else await folder.stop(true, check.refusal.message);
      }
      this.#changed();
    });
  }

  close(): Promise<void> {
    return this.#queue.run(async () => {
      this.#stopReceiving?.();
      this.#cancelCount?.();
      const isWanted = (folder: OneFolder) => folder.view().state === 'serving';
      await Promise.all([...this.#folders.values()].map((folder) => folder.stop(isWanted(folder))));
      await this.#keep();
      await this.#turn.end();
    });
  }

  async #serve({ path: given, options, port, despiteWarning = false }: ServeRequest): Promise<ServeResult> {
    const check = await this.#check(expandHome(given, this.#options.home), despiteWarning);
    if (!check.ok) return check.refusal;
    const { folderDefaults, folderPort } = await this.#options.settings();
    const known = [...this.#folders.values()].find((folder) => folder.kept.path === check.path);
    const wanted = definedOnly(options ?? {});
    if (known?.view().state === 'serving' && Object.keys(wanted).length === 0 && port === undefined) {
      return { outcome: 'serving', folder: known.view() };
    }
    const folder =
      known ??
      new OneFolder(
        {
          id: randomUUID(),
          path: check.path,
          port: port ?? folderPort,
          options: { ...folderDefaults, network: false, ...wanted },
          isServed: false,
        },
        this.#around,
      );
    if (known) await known.stop(false);
    if (known) await known.change({ options: wanted, ...(port === undefined ? {} : { port }) });
    const result = await folder.start(port === undefined ? await this.#portsFor(folder.kept.port) : [port]);
    // What could not be served is not remembered: the answer says why.
    if (result.outcome === 'serving') this.#folders.set(folder.kept.id, folder);
    this.#changed();
    return result;
  }

  #check(given: string, despiteWarning: boolean) {
    return checkRoot({ ...this.#options, given, despiteWarning });
  }

  /** The warning was read for that folder, not for wherever a link in its place leads now. */
  async #checkKept(kept: string) {
    const check = await this.#check(kept, true);
    return check.ok && check.path !== kept ? this.#check(kept, false) : check;
  }

  /** The one it had last comes first. */
  async #portsFor(usual: number): Promise<readonly number[]> {
    const { platform, privileged } = this.#options;
    const ours = new Set(this.list().flatMap(({ state, port }) => (state === 'serving' ? [port] : [])));
    return folderPorts(usual, ours, await readSystemPorts({ platform, privileged }));
  }

  #with<T>(id: string, run: (folder: OneFolder) => Promise<T>): Promise<Outcome<T>> {
    return this.#queue.run(async () => {
      const folder = this.#folders.get(id);
      return folder ? succeed(await run(folder)) : notKnown();
    });
  }

  #counted(): void {
    this.#cancelCount ??= this.#options.clock.after(countsEvery, () => {
      this.#cancelCount = null;
      this.#changes.emit(this.list());
    });
  }

  #changed(): void {
    this.#changes.emit(this.list());
    void this.#keep();
  }

  async #keep(): Promise<void> {
    if (!this.#options.remember) return;
    const ours = [...this.#folders.values()].map(({ kept }) => kept);
    const complaint = await keepFolders(this.#store, ours, this.#removed);
    if (complaint !== null) this.#options.tell(complaint);
  }
}

function notKnown() {
  return fail('not-found', 'That folder is not in the list any more.');
}
