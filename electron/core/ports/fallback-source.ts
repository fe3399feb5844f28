import type { PortSource, PortSourceName, SocketChanges } from './port-source.ts';

export interface OpenedSource {
  readonly source: PortSource;
  /** Why it is not the source that was wanted; null when it is. */
  readonly fallbackReason: string | null;
}

export interface SourceCandidate {
  readonly name: string;
  open(): Promise<OpenedSource>;
}

/** Failed scans in a row after which another source is tried. */
const failuresBeforeSwitch = 3;

/**
 * The first of several sources that works, which is found out by scanning. When it stops working the others are tried
 * in turn, and whoever listens sees the difference between the two as changes.
 */
export class FallbackSource implements PortSource {
  readonly #candidates: readonly SourceCandidate[];
  #current: CurrentSource;
  #failures = 0;
  readonly #keys = new Set<string>();

  private constructor(candidates: readonly SourceCandidate[], current: CurrentSource) {
    this.#candidates = candidates;
    this.#current = current;
  }

  /** Throws, with every reason, when none works. */
  static async open(candidates: readonly SourceCandidate[]): Promise<FallbackSource> {
    return new FallbackSource(candidates, await openFirst(candidates));
  }

  get name(): PortSourceName {
    return this.#current.source.name;
  }

  get fallbackReason(): string | null {
    return this.#current.fallbackReason;
  }

  async scan(): Promise<SocketChanges> {
    const changes = this.#takeFirstScan() ?? (await this.#scanOrSwitch());
    for (const key of changes.removed) this.#keys.delete(key);
    for (const socket of changes.changed) this.#keys.add(socket.key);
    return changes;
  }

  close(): void {
    this.#current.source.close();
  }

  #takeFirstScan(): SocketChanges | null {
    const first = this.#current.firstScan;
    this.#current = { ...this.#current, firstScan: null };
    return first;
  }

  async #scanOrSwitch(): Promise<SocketChanges> {
    try {
      const changes = await this.#current.source.scan();
      this.#failures = 0;
      return changes;
    } catch (error) {
      this.#failures++;
      if (this.#failures < failuresBeforeSwitch) throw error;
      return this.#switch(messageOf(error));
    }
  }

  /** Sockets that the new source does not list under the same key are gone for whoever listens. */
  async #switch(reason: string): Promise<SocketChanges> {
    const failed = this.#candidates.indexOf(this.#current.candidate);
    const others = [...this.#candidates.slice(failed + 1), ...this.#candidates.slice(0, failed + 1)];
    const next = await openFirst(others, `${this.name} stopped working: ${reason}`);
    this.#current.source.close();
    this.#current = next;
    this.#failures = 0;
    const { changed } = this.#takeFirstScan() ?? { changed: [] };
    const now = new Set(changed.map((socket) => socket.key));
    return { changed, removed: [...this.#keys].filter((key) => !now.has(key)) };
  }
}

interface CurrentSource extends OpenedSource {
  readonly candidate: SourceCandidate;
  /** What the scan that proved it told; null once it was passed on. */
  readonly firstScan: SocketChanges | null;
}

async function openFirst(candidates: readonly SourceCandidate[], reason?: string): Promise<CurrentSource> {
  const reasons = reason === undefined ? [] : [reason];
  for (const candidate of candidates) {
    try {
      const { source, fallbackReason } = await candidate.open();
      if (fallbackReason !== null) reasons.push(fallbackReason);
      const firstScan = await scanOrClose(source);
      return {
        source,
        candidate,
        firstScan,
        fallbackReason: reasons.length === 0 ? null : reasons.join('; '),
      };
    } catch (error) {
      reasons.push(`${candidate.name}: ${messageOf(error)}`);
    }
  }
  throw new Error(`No way to list ports works here. ${reasons.join('; ')}`);
}

async function scanOrClose(source: PortSource): Promise<SocketChanges> {
  try {
    return await source.scan();
  } catch (error) {
    source.close();
    throw error;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
