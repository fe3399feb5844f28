import type { Navigate, RunCommand } from '../../../shared/contract/navigation.ts';

/** What the shell says to the page of one window. */
export type Letter =
  | { readonly kind: 'navigate'; readonly navigate: Navigate }
  | { readonly kind: 'run-command'; readonly command: RunCommand };

/** A page that takes long to load should not do at last what was wished long before. */
const mostWaiting = 5;

/** Carries what is said to the page of one window; letters for a page that is not there yet wait for it. */
export class WindowMail {
  readonly #listeners: { [K in Letter['kind']]: ((letter: Extract<Letter, { kind: K }>) => void) | null } = {
    navigate: null,
    'run-command': null,
  };
  #waiting: readonly Letter[] = [];

  send(letter: Letter): void {
    if (!this.#deliver(letter)) this.#waiting = [...this.#waiting, letter].slice(-mostWaiting);
  }

  /** One page at a time; a later one takes over. The returned function ends it. */
  onNavigate(listener: (navigate: Navigate) => void): () => void {
    return this.#listen('navigate', ({ navigate }) => listener(navigate));
  }

  onRunCommand(listener: (command: RunCommand) => void): () => void {
    return this.#listen('run-command', ({ command }) => listener(command));
  }

  #listen<K extends Letter['kind']>(
    kind: K,
    listener: (letter: Extract<Letter, { kind: K }>) => void,
  ): () => void {
    const listeners = this.#listeners as Record<K, typeof listener | null>;
    listeners[kind] = listener;
    this.#waiting = this.#waiting.filter((letter) => !this.#deliver(letter));
    return () => {
      if (listeners[kind] === listener) listeners[kind] = null;
    };
  }

  #deliver(letter: Letter): boolean {
    const listener = this.#listeners[letter.kind] as ((letter: Letter) => void) | null;
    listener?.(letter);
    return listener !== null;
  }
}
