import { createPipe, type FeedablePipe } from './create-pipe.ts';
import { failureMessage } from './messages.ts';

export interface TextChannel {
  send(text: string): void;
  close(reason: string): void;
  congested?(): boolean;
}

export interface TextPipe {
  readonly pipe: FeedablePipe;
  /** Hands in one text frame. What is not JSON is answered with a failure and goes no further. */
  receiveText(text: string): void;
}

/** A pipe over a channel that carries text, such as a WebSocket. */
export function createTextPipe(channel: TextChannel): TextPipe {
  const pipe = createPipe({
    send: (message) => channel.send(JSON.stringify(message)),
    close: (reason) => channel.close(reason),
    congested: () => channel.congested?.() ?? false,
  });
  return {
    pipe,
    receiveText(text) {
      const parsed = parseJson(text);
      if (parsed) pipe.receive(parsed.value);
      else pipe.send(failureMessage(null, { code: 'malformed', message: 'The message is not JSON.' }));
    },
  };
}

function parseJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}
