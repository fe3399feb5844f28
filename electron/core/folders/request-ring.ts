import type { FolderLogEntry } from '../../../shared/contract/folders.ts';
import { toInstant } from '../lib/clock.ts';
import type { RequestRecord } from './server/serve-folder.ts';

const kept = 2000;
const atOnce = 500;

/** The last requests of one folder and the sums of all. */
export class RequestRing {
  requests = 0;
  bytes = 0;
  lastAt: number | null = null;
  #entries: FolderLogEntry[] = [];

  add(records: readonly RequestRecord[]): void {
    for (const { at, ...record } of records) {
      this.requests += 1;
      this.bytes += record.bytes;
      this.lastAt = Math.max(this.lastAt ?? 0, at);
      this.#entries.push({ number: this.requests, at: toInstant(at), ...record });
    }
    if (this.#entries.length > 2 * kept) this.#entries = this.#entries.slice(-kept);
  }

  /** The newest of those after a number, oldest first. */
  after(number: number): FolderLogEntry[] {
    return this.#entries.filter((entry) => entry.number > number).slice(-Math.min(atOnce, kept));
  }
}
