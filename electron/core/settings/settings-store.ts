import type { Settings, SettingsChange } from '../../../shared/contract/settings.ts';
import type { Outcome } from '../../../shared/rpc/failure.ts';
import { succeed } from '../../../shared/rpc/failure.ts';
import { EventSource } from '../lib/event-source.ts';

export class SettingsStore {
  readonly changes = new EventSource<Settings>();
  #settings: Settings = { theme: 'system', scanIntervalMs: 1000, protectedNames: [] };

  async read(): Promise<Settings> {
    return this.#settings;
  }

  async change(change: SettingsChange): Promise<Outcome<Settings>> {
    this.#settings = { ...this.#settings, ...change } as Settings;
    this.changes.emit(this.#settings);
    return succeed(this.#settings);
  }
}
