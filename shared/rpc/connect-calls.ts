import { type Outcome, type RpcFailure, refuse } from './failure.ts';
import { type ClientMessage, parseServerMessage, type ServerMessage } from './messages.ts';
import type { Pipe } from './pipe.ts';

export type CallTypes = Record<string, { readonly arguments: unknown; readonly result: unknown }>;

export interface CallClient<T extends CallTypes> {
  /** Never rejects: what goes wrong comes back as a failure. */
  call<N extends keyof T & string>(
    name: N,
    argumentsOf: T[N]['arguments'],
    options?: { readonly signal?: AbortSignal },
  ): Promise<Outcome<T[N]['result']>>;
  close(): void;
}

export interface ConnectionListener {
  readonly protocol: number;
  /** The full state, on connecting and again after a gap in the numbered events. */
  onWelcome(value: unknown): void;
  /** In order and without a gap for numbered events. */
  onEvent(name: string, payload: unknown): void;
  /** A refusal that answers no call, such as a protocol that does not fit. */
  onFailure(failure: RpcFailure): void;
  onClose(reason: string): void;
}

/** Says hello on the pipe and keeps calls and answers, and events and their numbers, together. */
export function connectCalls<T extends CallTypes>(pipe: Pipe, listener: ConnectionListener): CallClient<T> {
  const waiting = new Map<number, (outcome: Outcome<unknown>) => void>();
  let lastId = 0;
  /** Number of the last applied event; null until a welcome says where the stream stands. */
  let sequence: number | null = null;
  let closeReason: string | null = null;

  const send = (message: ClientMessage) => pipe.send(message);
  const settle = (id: number, outcome: Outcome<unknown>) => {
    waiting.get(id)?.(outcome);
    waiting.delete(id);
  };
  const event = (message: Extract<ServerMessage, { type: 'event' }>) => {
    if (message.sequence === null) return listener.onEvent(message.name, message.payload);
    if (sequence === null || message.sequence <= sequence) return;
    if (message.sequence === sequence + 1) {
      sequence = message.sequence;
      return listener.onEvent(message.name, message.payload);
    }
    sequence = null;
    send({ type: 'resync' });
  };

  pipe.onMessage((value) => {
    const message = parseServerMessage(value);
    switch (message?.type) {
      case 'welcome':
        sequence = message.sequence;
        return listener.onWelcome(message.value);
      case 'answer':
        return settle(message.id, { ok: true, value: message.value });
      case 'failure':
        if (message.id === null) return listener.onFailure(message.failure);
        return settle(message.id, { ok: false, failure: message.failure });
      case 'event':
        return event(message);
    }
  });
  pipe.onClose((reason) => {
    closeReason = reason;
    for (const id of [...waiting.keys()]) settle(id, { ok: false, failure: refuse('disconnected', reason) });
    listener.onClose(reason);
  });
  send({ type: 'hello', protocol: listener.protocol });

  return {
    call(name, argumentsOf, options) {
      if (closeReason !== null) {
        return Promise.resolve({ ok: false, failure: refuse('disconnected', closeReason) });
      }
      lastId += 1;
      const id = lastId;
      const answer = new Promise<Outcome<unknown>>((resolve) => waiting.set(id, resolve));
      const cancel = () => send({ type: 'cancel', id });
      const signal = options?.signal;
      send({ type: 'call', id, name, arguments: argumentsOf });
      if (signal?.aborted) cancel();
      else signal?.addEventListener('abort', cancel, { once: true });
      return answer.finally(() => signal?.removeEventListener('abort', cancel)) as Promise<Outcome<never>>;
    },
    close: () => pipe.close('Closed from this side.'),
  };
}
