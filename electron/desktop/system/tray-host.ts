import type { Platform } from '../../../shared/contract/host.ts';

export interface TrayHostOptions {
  readonly platform: Platform;
  /** Asks a Linux desktop whether it shows tray icons. */
  readonly ask: () => Promise<boolean>;
}

/** Whether a person can see the tray icon. */
export class TrayHost {
  readonly #options: TrayHostOptions;
  #isThere: boolean;

  constructor(options: TrayHostOptions) {
    this.#options = options;
    this.#isThere = options.platform !== 'linux';
  }

  /** As of the last look. */
  get isThere(): boolean {
    return this.#isThere;
  }

  /** macOS and Windows always have one; on Linux an extension may have come or gone. */
  async look(): Promise<void> {
    if (this.#options.platform === 'linux') this.#isThere = await this.#options.ask();
  }
}
