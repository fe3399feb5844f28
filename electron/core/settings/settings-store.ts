import path from 'node:path';
import { defaultSettings } from '../../../shared/contract/default-settings.ts';
import type { Settings, SettingsChange } from '../../../shared/contract/settings.ts';
import type { Outcome } from '../../../shared/rpc/failure.ts';
import { definedOnly } from '../lib/defined-only.ts';
import { EventSource } from '../lib/event-source.ts';
import { JsonFile } from '../lib/json-file.ts';

export interface SettingsStoreOptions {
  readonly dataFolder: string;
  /** Hears a sentence for the person when the file could not be used. */
  readonly tell: (sentence: string) => void;
}

/** The settings of this user, in `settings.json`. */
export class SettingsStore {
  readonly changes = new EventSource<Settings>();
  readonly #file: JsonFile<Settings>;
  #last = defaultSettings;

  constructor({ dataFolder, tell }: SettingsStoreOptions) {
    const file = path.join(dataFolder, 'settings.json');
    this.#file = new JsonFile({
      file,
      what: 'settings',
      initial: defaultSettings,
      parse: parseSettings,
      tell,
    });
  }

  /** As last read or changed. */
  get last(): Settings {
    return this.#last;
  }

  /** Reads the file again when another program wrote it. */
  async read(): Promise<Settings> {
    return this.#note(await this.#file.read());
  }

  async change(change: SettingsChange): Promise<Outcome<Settings>> {
    const outcome = await this.#file.change((now) => ({ ...now, ...definedOnly(change) }));
    if (outcome.ok) this.#note(outcome.value);
    return outcome;
  }

  #note(settings: Settings): Settings {
    const isNew = JSON.stringify(settings) !== JSON.stringify(this.#last);
    this.#last = settings;
    if (isNew) this.changes.emit(settings);
    return settings;
  }
}

/** What an older Berth did not know is filled up, what a newer one added is left out. */
async function parseSettings(content: unknown): Promise<Settings | null> {
  const { settingsSchema } = await import('../../../shared/contract/settings.ts');
  if (typeof content !== 'object' || content === null) return null;
  const folderDefaults = {
    ...defaultSettings.folderDefaults,
    ...(content as Partial<Settings>).folderDefaults,
  };
  return settingsSchema.strip().safeParse({ ...defaultSettings, ...content, folderDefaults }).data ?? null;
}
