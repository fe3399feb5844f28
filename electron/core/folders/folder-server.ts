import type { Platform } from '../../../shared/contract/host.ts';
import type { Clock } from '../lib/clock.ts';
import type { NodeProgram, StartNodeProgram } from '../lib/node-program.ts';
import type { PortRefusal, ServeNews, ServeOrder } from './program/messages.ts';
import type { FolderOptions, RequestRecord } from './server/serve-folder.ts';

/** Milliseconds: from the start of the program to its first word, and from the wish to stop to its end. */
const startsWithin = 10_000;
const stopsWithin = 3000;

export interface ServerStart {
  readonly options: FolderOptions;
  readonly ports: readonly number[];
  readonly network: boolean;
  readonly hosts: readonly string[];
}

export interface FolderServerOptions {
  readonly startProgram: StartNodeProgram;
  readonly programFile: string;
  readonly platform: Platform;
  readonly clock: Clock;
  readonly onRequests: (records: readonly RequestRecord[]) => void;
  /** It ended and nobody here wanted that: by itself, or from outside. */
  readonly onLost: (how: string) => void;
}

export type Served =
  | {
      readonly ok: true;
      readonly port: number;
      readonly addresses: readonly string[];
      readonly taken: readonly PortRefusal[];
      readonly pid: number | null;
    }
  | { readonly ok: false; readonly taken: readonly PortRefusal[]; readonly message: string };

/** The process that serves one folder, seen from here. */
export class FolderServer {
  readonly #options: FolderServerOptions;
  #program: NodeProgram | null = null;

  constructor(options: FolderServerOptions) {
    this.#options = options;
  }

  get isRunning(): boolean {
    return this.#program !== null;
  }

  async start(start: ServerStart): Promise<Served> {
    await this.stop();
    const { startProgram, programFile, platform, clock, onRequests } = this.#options;
    const program = startProgram(programFile);
    this.#program = program;
    let cancel = () => {};
    const first = new Promise<Served>((resolve) => {
      cancel = clock.after(startsWithin, () => resolve(notServed('The server did not begin in time.')));
      program.onMessage((message) => {
        const news = message as ServeNews;
        if (news.kind === 'requests') onRequests(news.records);
        else resolve(toServed(news, program.pid));
      });
      void program.ended.then((how) => resolve(notServed(`The server ended before it served (${how}).`)));
    });
    const order: ServeOrder = { kind: 'serve', platform, ...start };
    program.send(order);
    const served = await first;
    cancel();
    if (served.ok) void program.ended.then((how) => this.#lost(program, how));
    else await this.#end(program);
    return served;
  }

  /** Resolves once its process has ended and the port is free. */
  async stop(): Promise<void> {
    if (this.#program) await this.#end(this.#program);
  }

  async #end(program: NodeProgram): Promise<void> {
    if (this.#program === program) this.#program = null;
    program.send({ kind: 'stop' } satisfies ServeOrder);
    const cancel = this.#options.clock.after(stopsWithin, () => program.kill());
    await program.ended;
    cancel();
  }

  #lost(program: NodeProgram, how: string): void {
    if (this.#program !== program) return;
    this.#program = null;
    this.#options.onLost(how);
  }
}

function toServed(news: Exclude<ServeNews, { kind: 'requests' }>, pid: number | null): Served {
  switch (news.kind) {
    case 'listening':
      return { ok: true, port: news.port, addresses: news.addresses, taken: news.taken, pid };
    case 'no-port':
      return { ok: false, taken: news.taken, message: '' };
    case 'broken':
      return notServed(news.message);
  }
}

function notServed(message: string): Served {
  return { ok: false, taken: [], message };
}
