import { type CallClient, type CallTypes, connectCalls } from '../../shared/rpc/connect-calls.ts';
import { type RpcFailure, refuse } from '../../shared/rpc/failure.ts';
import type { Pipe } from '../../shared/rpc/pipe.ts';
import { retryDelay } from './retry-delay.ts';

/** Milliseconds from opening a pipe to its welcome, after which it counts as dead. */
const welcomeWithin = 10_000;

export interface SessionListener {
  onWelcome(value: unknown): void;
  onEvent(name: string, payload: unknown): void;
  onRefusal(failure: RpcFailure): void;
  /** The connection is gone, or could not be made; the next attempt starts after so many milliseconds. */
  onLost(reason: string, retryInMs: number): void;
  onRetry(): void;
}

export interface Session<T extends CallTypes> {
  readonly call: CallClient<T>['call'];
  /** Starts the next attempt at once if one is being waited for. */
  retryNow(): void;
  stop(): void;
}

/** Keeps a connection: opens a pipe, says hello, and starts over, with growing pauses, when it closes. */
export function keepConnected<T extends CallTypes>(
  open: () => Pipe,
  protocol: number,
  listener: SessionListener,
): Session<T> {
  let client: CallClient<T> | null = null;
  let attempt = 0;
  let over = false;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let waitingToRetry = false;

  const connect = () => {
    waitingToRetry = false;
    const pipe = open();
    let closed = false;
    const deadline = setTimeout(() => pipe.close('Berth did not answer in time.'), welcomeWithin);
    const connected = connectCalls<T>(pipe, {
      protocol,
      onWelcome(value) {
        clearTimeout(deadline);
        attempt = 0;
        listener.onWelcome(value);
      },
      onEvent: listener.onEvent,
      onFailure(failure) {
        // A page of another version stays so until it is loaded anew.
        if (failure.code === 'version-mismatch') stop();
        listener.onRefusal(failure);
      },
      onClose(reason) {
        clearTimeout(deadline);
        closed = true;
        client = null;
        if (!over) retryLater(reason);
      },
    });
    // A pipe that was closed before it was used has already said so.
    if (!closed) client = connected;
  };
  const retryLater = (reason: string) => {
    const delay = retryDelay(attempt);
    attempt += 1;
    waitingToRetry = true;
    retryTimer = setTimeout(retryNow, delay);
    listener.onLost(reason, delay);
  };
  const retryNow = () => {
    if (over || !waitingToRetry) return;
    clearTimeout(retryTimer);
    listener.onRetry();
    connect();
  };
  const stop = () => {
    over = true;
    clearTimeout(retryTimer);
    client?.close();
  };

  connect();
  return {
    call(name, argumentsOf, options) {
      if (client) return client.call(name, argumentsOf, options);
      return Promise.resolve({ ok: false, failure: refuse('disconnected', 'Not connected to Berth.') });
    },
    retryNow,
    stop,
  };
}
