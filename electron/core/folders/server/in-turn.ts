import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Answers what comes over one connection one by one. A client may send a thousand requests in one piece, and each would hold
 * an open file while it waits for the one before it.
 */
export class InTurn {
  readonly #last = new WeakMap<Socket, ServerResponse>();

  run(request: IncomingMessage, response: ServerResponse, answer: () => void): void {
    const { socket } = request;
    const previous = this.#last.get(socket);
    this.#last.set(socket, response);
    // It has the connection already: nobody is before it.
    if (previous === undefined || response.socket !== null) {
      answer();
      return;
    }
    request.once('close', () => closeUnsent(response));
    previous.once('close', () => {
      if (!socket.destroyed) answer();
    });
  }
}

/** Node 20 to 24 tell only the response that has the connection that the connection is gone. */
function closeUnsent(response: ServerResponse): void {
  if (response.writableFinished || response.socket !== null) return;
  response.destroy();
  response.emit('close');
}
