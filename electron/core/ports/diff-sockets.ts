import type { ListeningSocket, SocketChanges, SocketOwner } from './port-source.ts';

/** Turns the full lists of a tool into changes. Remembers the list before; sockets are matched by key. */
export class SocketDiffer {
  #before: ReadonlyMap<string, ListeningSocket> = new Map();

  diff(sockets: readonly ListeningSocket[]): SocketChanges {
    const now = new Map(sockets.map((socket) => [socket.key, socket]));
    const changed = [...now.values()].filter((socket) => {
      const before = this.#before.get(socket.key);
      return before === undefined || !isSameSocket(before, socket);
    });
    const removed = [...this.#before.keys()].filter((key) => !now.has(key));
    this.#before = now;
    return { changed, removed };
  }
}

function isSameSocket(a: ListeningSocket, b: ListeningSocket): boolean {
  return (
    a.protocol === b.protocol &&
    a.family === b.family &&
    a.address === b.address &&
    a.port === b.port &&
    a.uid === b.uid &&
    a.ownersHidden === b.ownersHidden &&
    hasSameOwners(a.owners, b.owners)
  );
}

/** Order does not count: a tool may list the same owners in another order the next time. */
function hasSameOwners(a: readonly SocketOwner[], b: readonly SocketOwner[]): boolean {
  return a.length === b.length && a.every((owner) => b.some((other) => isSameOwner(owner, other)));
}

function isSameOwner(a: SocketOwner, b: SocketOwner): boolean {
  return a.pid === b.pid && a.startTime === b.startTime && a.name === b.name;
}
