import { createPipe, type FeedablePipe } from '../../shared/rpc/create-pipe.ts';
import type { Pipe } from '../../shared/rpc/pipe.ts';

export interface MemoryPipes {
  readonly client: Pipe;
  readonly server: Pipe;
  /** Makes the server's end believe that the client does not keep up, until told otherwise. */
  setCongested(congested: boolean): void;
}

/** Two ends in one process. Messages go through JSON and arrive later, as they do everywhere else. */
export function createMemoryPipes(): MemoryPipes {
  let congested = false;
  const client: FeedablePipe = createPipe({
    send: (message) => deliver(message, (copy) => server.receive(copy)),
    close: () => queueMicrotask(() => server.closed('The other side closed the pipe.')),
  });
  const server: FeedablePipe = createPipe({
    send: (message) => deliver(message, (copy) => client.receive(copy)),
    close: () => queueMicrotask(() => client.closed('The other side closed the pipe.')),
    congested: () => congested,
  });
  return {
    client,
    server,
    setCongested(next) {
      congested = next;
      if (!next) server.drained();
    },
  };
}

function deliver(message: unknown, receive: (copy: unknown) => void): void {
  const text = JSON.stringify(message);
  queueMicrotask(() => receive(JSON.parse(text)));
}
