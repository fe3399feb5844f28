import type { RunCommand } from '../../../shared/contract/commands.ts';

/** A page that takes long to load should not run at last what was wished long before. */
const mostWaiting = 5;

/** Carries commands to the page of one window; those for a page that is not there yet wait for it. */
export class CommandQueue {
  #listener: ((command: RunCommand) => void) | null = null;
  #waiting: RunCommand[] = [];

  send(command: RunCommand): void {
    if (this.#listener) this.#listener(command);
    else this.#waiting = [...this.#waiting, command].slice(-mostWaiting);
  }

  /** One page at a time; a later one takes over. */
  connect(listener: (command: RunCommand) => void): () => void {
    this.#listener = listener;
    for (const command of this.#waiting.splice(0)) listener(command);
    return () => {
      if (this.#listener === listener) this.#listener = null;
    };
  }
}
