/** The part of Electron's `globalShortcut` that is used. */
export interface ShortcutRegistry {
  register(accelerator: string, pressed: () => void): boolean;
  unregister(accelerator: string): void;
}

export interface ShortcutKeeperOptions {
  readonly registry: ShortcutRegistry;
  readonly pressed: () => void;
  /** Hears why a shortcut that was chosen does not work. */
  readonly refused: (sentence: string) => void;
}

/** Holds the one global shortcut that was chosen; none until then. */
export class ShortcutKeeper {
  readonly #options: ShortcutKeeperOptions;
  #wanted: string | null = null;
  #held: string | null = null;

  constructor(options: ShortcutKeeperOptions) {
    this.#options = options;
  }

  /** Gives up the one before, also when the new one cannot be had: it is no longer wanted. */
  choose(accelerator: string | null): void {
    if (accelerator === this.#wanted) return;
    this.#wanted = accelerator;
    this.release();
    if (accelerator === null) return;
    const refusal = this.#register(accelerator);
    if (refusal === null) this.#held = accelerator;
    else this.#options.refused(refusal);
  }

  release(): void {
    if (this.#held !== null) this.#options.registry.unregister(this.#held);
    this.#held = null;
  }

  /** Null when it works. */
  #register(accelerator: string): string | null {
    try {
      const isHeld = this.#options.registry.register(accelerator, this.#options.pressed);
      return isHeld
        ? null
        : `${accelerator} is taken by another program or refused by the system. Choose another one.`;
    } catch {
      return `${accelerator} is not a shortcut that this system knows. Choose another one.`;
    }
  }
}
