import { type Outcome, type RpcFailure, refuse } from './failure.ts';
import { type ClientMessage, failureMessage, parseClientMessage, type ServerMessage } from './messages.ts';
import type { Pipe } from './pipe.ts';

/** The part of a schema that the door needs; zod's fit. */
export interface ArgumentSchema {
  safeParse(value: unknown):
    | { readonly success: true; readonly data: unknown }
    | {
        readonly success: false;
        readonly error: {
          readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
        };
      };
}

export interface CallContext {
  /** Aborted when the caller cancels or goes away. */
  readonly signal: AbortSignal;
}

export type CallHandler = (parsed: never, context: CallContext) => Promise<Outcome<unknown>>;

export type Publish = (name: string, payload: unknown, sequence: number | null) => void;

/** What a connection is served with. `calls` and `handlers` have the same keys. */
export interface Service {
  readonly protocol: number;
  readonly calls: Readonly<Record<string, { readonly arguments: ArgumentSchema }>>;
  readonly handlers: Readonly<Record<string, CallHandler>>;
  /** The last check before a call runs; null lets it pass. */
  allow(name: string): RpcFailure | null;
  /** The full state and the number of the last change in it. */
  welcome(): { readonly sequence: number; readonly value: unknown };
  /** Starts telling events; the returned function ends it. */
  subscribe(publish: Publish): () => void;
  /** Keeps a bug for the developers and returns the id to show. */
  report(error: unknown, name: string): string;
}

const maxCallsInFlight = 64;

/**
 * Serves one connection until its pipe closes. Every message is checked in the same order: well formed, hello said,
 * name known, arguments valid, allowed here; every refusal is answered.
 */
export function serveCalls(pipe: Pipe, service: Service): void {
  const running = new Map<number, AbortController>();
  let unsubscribe: (() => void) | null = null;
  /** True while numbered events are left out: the full state follows as soon as the other side keeps up. */
  let behind = false;

  const send = (message: ServerMessage) => pipe.send(message);
  const welcome = () => send({ type: 'welcome', protocol: service.protocol, ...service.welcome() });

  const catchUp = () => {
    if (!behind || pipe.congested) return;
    behind = false;
    welcome();
  };

  const hello = (protocol: number) => {
    if (protocol !== service.protocol) {
      send(failureMessage(null, versionMismatch(protocol, service.protocol)));
      return;
    }
    behind = true;
    catchUp();
    unsubscribe ??= service.subscribe((name, payload, sequence) => {
      const canBeRecovered = sequence !== null;
      if (canBeRecovered && pipe.congested) behind = true;
      catchUp();
      if (canBeRecovered && behind) return;
      send({ type: 'event', name, sequence, payload });
    });
  };

  const call = async (message: Extract<ClientMessage, { type: 'call' }>) => {
    const admitted = admit(service, message, running);
    if (!admitted.ok) {
      send(failureMessage(message.id, admitted.failure));
      return;
    }
    const abort = new AbortController();
    running.set(message.id, abort);
    const outcome = await run(service, message.name, admitted.value, abort.signal);
    running.delete(message.id);
    send(
      outcome.ok
        ? { type: 'answer', id: message.id, value: outcome.value }
        : failureMessage(message.id, outcome.failure),
    );
  };

  pipe.onMessage((value) => {
    const message = parseClientMessage(value);
    if (typeof message === 'string') send(failureMessage(idOf(value), refuse('malformed', message)));
    else if (message.type === 'hello') hello(message.protocol);
    else if (message.type === 'cancel') running.get(message.id)?.abort();
    else if (!unsubscribe) send(failureMessage(idOf(value), refuse('malformed', 'Say hello first.')));
    else if (message.type === 'resync') {
      behind = true;
      catchUp();
    } else void call(message);
  });
  pipe.onDrain(catchUp);
  pipe.onClose(() => {
    unsubscribe?.();
    for (const abort of running.values()) abort.abort();
  });
}

function admit(
  service: Service,
  message: Extract<ClientMessage, { type: 'call' }>,
  running: ReadonlyMap<number, AbortController>,
): Outcome<unknown> {
  const { id, name } = message;
  if (running.has(id)) return { ok: false, failure: refuse('malformed', `Call ${id} is still running.`) };
  if (running.size >= maxCallsInFlight) {
    return { ok: false, failure: refuse('too-many', `More than ${maxCallsInFlight} calls at once.`) };
  }
  const spec = Object.hasOwn(service.calls, name) ? service.calls[name] : undefined;
  if (!spec) return { ok: false, failure: refuse('unknown-call', `There is no call named ${quote(name)}.`) };
  const parsed = spec.arguments.safeParse(message.arguments);
  if (!parsed.success) {
    const what = parsed.error.issues.slice(0, 3).map(describeIssue).join('; ');
    return { ok: false, failure: refuse('invalid-arguments', `${name}: ${what}.`) };
  }
  const refusal = service.allow(name);
  return refusal ? { ok: false, failure: refusal } : { ok: true, value: parsed.data };
}

async function run(
  service: Service,
  name: string,
  parsed: unknown,
  signal: AbortSignal,
): Promise<Outcome<unknown>> {
  try {
    const handler = service.handlers[name] as (
      parsed: unknown,
      context: CallContext,
    ) => Promise<Outcome<unknown>>;
    return await handler(parsed, { signal });
  } catch (error) {
    if (signal.aborted) return { ok: false, failure: refuse('cancelled', `${name} was called off.`) };
    const id = service.report(error, name);
    return { ok: false, failure: refuse('internal', `Something went wrong inside Berth (log ${id}).`) };
  }
}

function describeIssue(issue: { readonly path: readonly PropertyKey[]; readonly message: string }): string {
  return issue.path.length === 0 ? issue.message : `${issue.path.map(String).join('.')}: ${issue.message}`;
}

function versionMismatch(theirs: number, ours: number): RpcFailure {
  return refuse(
    'version-mismatch',
    `This page speaks protocol ${theirs}, Berth speaks ${ours}. Reload the page.`,
  );
}

function idOf(value: unknown): number | null {
  const id = (value as { id?: unknown } | null)?.id;
  return typeof id === 'number' && Number.isSafeInteger(id) && id >= 0 ? id : null;
}

function quote(name: string): string {
  return JSON.stringify(name.length > 60 ? `${name.slice(0, 60)}…` : name);
}
