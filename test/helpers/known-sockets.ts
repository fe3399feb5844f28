import type { ListeningSocket, PortSource, SocketChanges } from '../../electron/core/ports/port-source.ts';

/** Applies the changes of a source the way a client must: what is removed first, then what is new. */
export class KnownSockets {
  readonly #source: PortSource;
  readonly #sockets = new Map<string, ListeningSocket>();

  constructor(source: PortSource) {
    this.#source = source;
  }

  async scan(): Promise<SocketChanges> {
    const changes = await this.#source.scan();
    for (const key of changes.removed) this.#sockets.delete(key);
    for (const socket of changes.changed) this.#sockets.set(socket.key, socket);
    return changes;
  }

  get all(): ListeningSocket[] {
    return [...this.#sockets.values()];
  }

  at(protocol: string, address: string, port: number): ListeningSocket[] {
    return this.all.filter((s) => s.protocol === protocol && s.address === address && s.port === port);
  }
}
