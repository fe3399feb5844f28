import { SocketDiffer } from '../diff-sockets.ts';
import type { ListeningSocket, PortSource, SocketChanges } from '../port-source.ts';
import { placeKey, toHolders } from './merge-owners.ts';
import type { LsofSocket } from './parse-lsof.ts';
import { type DarwinTools, runLsof } from './run-lsof.ts';

/** lsof alone, where netstat cannot be used. Sees only the processes that this user may look into. */
export class LsofSource implements PortSource {
  readonly name = 'lsof';
  readonly #tools: DarwinTools;
  readonly #differ = new SocketDiffer();

  constructor(tools: DarwinTools) {
    this.#tools = tools;
  }

  async scan(): Promise<SocketChanges> {
    return this.#differ.diff(toSockets(await runLsof(this.#tools)));
  }

  close(): void {
    // Holds nothing open between two scans.
  }
}

/** One socket for everybody who shares it. */
export function toSockets(found: readonly LsofSocket[]): readonly ListeningSocket[] {
  const byKey = new Map<string, LsofSocket[]>();
  for (const socket of found) {
    const key = `${placeKey(socket)}:${socket.device ?? socket.pid}`;
    byKey.set(key, [...(byKey.get(key) ?? []), socket]);
  }
  return [...byKey].flatMap(([key, holders]) => {
    const [first] = holders;
    if (first === undefined) return [];
    const { protocol, family, address, port } = first;
    return { key, protocol, family, address, port, ...toHolders(holders), ownersHidden: false };
  });
}
