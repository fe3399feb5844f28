import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { type ChromiumArguments, chromiumArguments } from './chromium-arguments.ts';
import type { FromLink, LinkData, ToLink } from './link-messages.ts';

type Params = Readonly<Record<string, unknown>>;

export interface SessionListener {
  onEvent(method: string, params: Params): void;
  /** Something that a script world said through its binding. */
  onMessage(context: number, value: unknown): void;
}

interface Waiting {
  readonly method: string;
  readonly resolve: (result: Params) => void;
  readonly reject: (error: Error) => void;
}

/** Chromium, as the main thread sees it. */
export class Chromium {
  readonly #link: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #sessions = new Map<string, SessionListener>();
  readonly #onGone: () => void;
  #next = 1;
  #gone = false;

  constructor(options: ChromiumArguments, onGone: () => void) {
    const program = process.env.ELECTRON_HOST_CHROMIUM ?? 'chromium';
    const workerData: LinkData = { program, args: chromiumArguments(options) };
    this.#link = new Worker(path.join(import.meta.dirname, 'link-worker.cjs'), { workerData });
    this.#link.on('message', (message: FromLink) => this.#receive(message));
    this.#onGone = onGone;
  }

  send(method: string, params: object = {}, session?: string): Promise<Params> {
    if (this.#gone) return Promise.reject(new Error('Chromium has ended'));
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { method, resolve, reject });
      this.#order({ type: 'send', id, method, params, session });
    });
  }

  deliver(session: string, context: number, name: string, value: unknown): void {
    if (!this.#gone) this.#order({ type: 'deliver', session, context, name, value });
  }

  listen(session: string, listener: SessionListener): void {
    this.#sessions.set(session, listener);
  }

  forget(session: string): void {
    this.#sessions.delete(session);
  }

  /** Resolves when it has written its profile and ended. */
  async close(): Promise<void> {
    if (this.#gone) return;
    const late = setTimeout(() => this.#order({ type: 'kill' }), 2000);
    await this.send('Browser.close').catch(() => undefined);
    while (!this.#gone) await new Promise((resolve) => setTimeout(resolve, 10));
    clearTimeout(late);
  }

  #order(order: ToLink): void {
    this.#link.postMessage(order);
  }

  #receive(message: FromLink): void {
    switch (message.type) {
      case 'event':
        this.#sessions.get(message.session)?.onEvent(message.method, message.params);
        return;
      case 'message':
        this.#sessions.get(message.session)?.onMessage(message.context, message.value);
        return;
      case 'result':
        this.#take(message.id)?.resolve(message.result);
        return;
      case 'refused': {
        const waiting = this.#take(message.id);
        waiting?.reject(new Error(`${waiting.method}: ${message.message}`));
        return;
      }
      case 'gone':
        this.#gone = true;
        for (const { reject } of this.#waiting.values()) reject(new Error('Chromium has ended'));
        this.#waiting.clear();
        this.#onGone();
    }
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }
}
