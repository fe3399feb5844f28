import { connect, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { isLoopback } from './localhost/who-is-reached.ts';
import type { ProbeBudget } from './probe-budget.ts';
import { probeLimits } from './probe-limits.ts';

export interface Destination {
  /** A loopback address; nothing else is ever connected to. */
  readonly address: string;
  readonly port: number;
}

export type Opened =
  | { readonly kind: 'open'; readonly connection: ProbeConnection; readonly connectMs: number }
  /** `no-address`: this machine has no such address, so nobody noticed anything. */
  | { readonly kind: 'refused' | 'timed-out' | 'no-address' | 'called-off' };

/** What came in, and whether the other side has finished. */
export interface Heard {
  readonly bytes: Buffer;
  readonly hasEnded: boolean;
}

const noSuchAddress = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'ENETUNREACH', 'EINVAL']);

/** How long an answer that goes on after our close is still drained, unheard, in the background. */
const drainMs = 5000;

/** Opens a connection. The one place where Berth connects to a listener of somebody else. */
export function openConnection(
  { address, port }: Destination,
  budget: ProbeBudget,
  signal: AbortSignal,
): Promise<Opened> {
  if (!isLoopback(address)) throw new Error(`${address} is no loopback address`);
  if (signal.aborted) return Promise.resolve({ kind: 'called-off' });
  budget.connect();
  const startedAt = performance.now();
  const socket = connect({ host: address, port, family: address.includes(':') ? 6 : 4 });
  socket.setNoDelay(true);
  return new Promise((resolve) => {
    const settle = (opened: Opened) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      socket.off('error', onError);
      if (opened.kind !== 'open') socket.on('error', () => undefined).destroy();
      resolve(opened);
    };
    const onAbort = () => settle({ kind: 'called-off' });
    const onError = ({ code = '' }: NodeJS.ErrnoException) => {
      const kind = noSuchAddress.has(code) ? 'no-address' : code === 'ETIMEDOUT' ? 'timed-out' : 'refused';
      settle({ kind });
    };
    const timer = setTimeout(() => settle({ kind: 'timed-out' }), probeLimits.connectMs);
    signal.addEventListener('abort', onAbort, { once: true });
    socket.once('error', onError);
    socket.once('connect', () => {
      const connectMs = performance.now() - startedAt;
      settle({ kind: 'open', connection: new ProbeConnection(socket, budget, signal), connectMs });
    });
  });
}

/** One connection of a probe. Everything in and out goes through the budget. */
export class ProbeConnection {
  readonly #socket: Socket;
  readonly #budget: ProbeBudget;
  readonly #signal: AbortSignal;
  #heard: Buffer[] = [];
  #hasEnded = false;
  #onChange: () => void = () => undefined;
  #stream: Duplex | null = null;

  constructor(socket: Socket, budget: ProbeBudget, signal: AbortSignal) {
    this.#socket = socket;
    this.#budget = budget;
    this.#signal = signal;
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('end', () => this.#end());
    socket.on('error', () => this.#end());
    socket.on('close', () => this.#end());
  }

  send(bytes: Uint8Array): void {
    this.#budget.send(bytes.length);
    if (this.#socket.writable) this.#socket.write(bytes);
  }

  /**
   * Waits up to `waitMs` for something and then until it is whole and nothing more comes. Tells everything that was heard
   * since the last time.
   */
  hear(waitMs: number, isWhole: (bytes: Buffer) => boolean = () => true): Promise<Heard> {
    return new Promise((resolve) => {
      let quiet: NodeJS.Timeout | undefined;
      const finish = () => {
        clearTimeout(deadline);
        clearTimeout(quiet);
        this.#signal.removeEventListener('abort', finish);
        this.#onChange = () => undefined;
        const bytes = Buffer.concat(this.#heard);
        this.#heard = [];
        resolve({ bytes, hasEnded: this.#hasEnded });
      };
      const deadline = setTimeout(finish, waitMs);
      this.#signal.addEventListener('abort', finish, { once: true });
      this.#onChange = () => {
        clearTimeout(quiet);
        if (this.#hasEnded || this.#isFull) finish();
        else if (this.#heard.length > 0 && isWhole(Buffer.concat(this.#heard))) {
          quiet = setTimeout(finish, probeLimits.quietMs);
        }
      };
      if (this.#signal.aborted) finish();
      else this.#onChange();
    });
  }

  /** The connection as a stream, for TLS to speak through. What is heard then goes there only. */
  asStream(): Duplex {
    const stream = new Duplex({
      read: () => undefined,
      write: (chunk: Buffer, _encoding, done) => {
        try {
          this.send(chunk);
          done();
        } catch (error) {
          done(error as Error);
        }
      },
      final: (done) => done(),
    });
    for (const chunk of this.#heard) stream.push(chunk);
    this.#heard = [];
    this.#stream = stream;
    return stream;
  }

  /** Says goodbye and lets the other side finish: what it still sends is taken, so that it sees no reset. */
  close(): Promise<void> {
    const socket = this.#socket;
    return new Promise((resolve) => {
      if (socket.destroyed) return resolve();
      const drained = setTimeout(() => socket.destroy(), drainMs);
      const waited = setTimeout(() => {
        socket.unref();
        drained.unref();
        resolve();
      }, probeLimits.closeMs);
      socket.once('close', () => {
        clearTimeout(drained);
        clearTimeout(waited);
        resolve();
      });
      socket.end();
    });
  }

  get #isFull(): boolean {
    return this.#budget.spent.bytesReceived >= probeLimits.bytesReceived;
  }

  #receive(chunk: Buffer): void {
    const kept = this.#budget.receive(chunk.length);
    if (kept === 0) return;
    const part = chunk.subarray(0, kept);
    if (this.#stream) this.#stream.push(part);
    else this.#heard.push(part);
    this.#onChange();
  }

  #end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#stream?.push(null);
    this.#onChange();
  }
}
