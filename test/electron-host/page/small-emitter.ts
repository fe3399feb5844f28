type Listener = (...args: unknown[]) => void;

/** The part of Node's EventEmitter that a sandboxed preload gets from `ipcRenderer`. */
export class SmallEmitter {
  readonly #listeners = new Map<string, readonly { readonly listener: Listener; readonly run: Listener }[]>();

  on(event: string, listener: Listener): this {
    return this.#add(event, listener, listener);
  }

  once(event: string, listener: Listener): this {
    return this.#add(event, listener, (...args) => {
      this.off(event, listener);
      listener(...args);
    });
  }

  off(event: string, listener: Listener): this {
    const all = this.#listeners.get(event) ?? [];
    const last = all.findLastIndex((entry) => entry.listener === listener);
    this.#listeners.set(event, all.toSpliced(last, last < 0 ? 0 : 1));
    return this;
  }

  removeListener(event: string, listener: Listener): this {
    return this.off(event, listener);
  }

  removeAllListeners(event: string): this {
    this.#listeners.delete(event);
    return this;
  }

  emit(event: string, ...args: unknown[]): boolean {
    const all = this.#listeners.get(event) ?? [];
    for (const { run } of all) run(...args);
    return all.length > 0;
  }

  #add(event: string, listener: Listener, run: Listener): this {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), { listener, run }]);
    return this;
  }
}
