import type { Pipe } from './pipe.ts';

export interface PipeTransport {
  send(message: unknown): void;
  close(reason: string): void;
  congested?(): boolean;
}

/** The half of a pipe that a transport feeds. */
export interface FeedablePipe extends Pipe {
  /** Hands in what arrived. */
  receive(message: unknown): void;
  /** Says that the transport is closed. */
  closed(reason: string): void;
  /** Says that the other side keeps up again. */
  drained(): void;
}

/** The part that all transports share: keeps early messages, closes once, sends nothing after the end. */
export function createPipe(transport: PipeTransport): FeedablePipe {
  let listener: ((message: unknown) => void) | null = null;
  let early: unknown[] = [];
  let onDrain: (() => void) | null = null;
  let closeReason: string | null = null;
  const closeListeners: ((reason: string) => void)[] = [];

  const closed = (reason: string) => {
    if (closeReason !== null) return;
    closeReason = reason;
    for (const onClose of closeListeners.splice(0)) onClose(reason);
  };

  return {
    send(message) {
      if (closeReason === null) transport.send(message);
    },
    onMessage(next) {
      listener = next;
      const waiting = early;
      early = [];
      for (const message of waiting) next(message);
    },
    onClose(onClose) {
      if (closeReason === null) closeListeners.push(onClose);
      else onClose(closeReason);
    },
    close(reason) {
      if (closeReason !== null) return;
      transport.close(reason);
      closed(reason);
    },
    get congested() {
      return transport.congested?.() ?? false;
    },
    receive(message) {
      if (closeReason !== null) return;
      if (listener) listener(message);
      else early.push(message);
    },
    closed,
    onDrain(next) {
      onDrain = next;
    },
    drained() {
      if (closeReason === null) onDrain?.();
    },
  };
}
