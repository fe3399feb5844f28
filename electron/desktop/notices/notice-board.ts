import { Notification } from 'electron';
import type { Notice } from './notice.ts';

/** Shows notices as the system does it. One that is not held on to loses its click to the garbage collector. */
export class NoticeBoard {
  readonly #shown = new Set<Notification>();
  readonly #onClick: (notice: Notice) => void;
  readonly #warn: (message: string) => void;

  constructor(onClick: (notice: Notice) => void, warn: (message: string) => void) {
    this.#onClick = onClick;
    this.#warn = warn;
  }

  readonly show = (notice: Notice): void => {
    if (!Notification.isSupported()) return;
    const { title, body } = notice;
    const shown = new Notification({ title, body });
    this.#shown.add(shown);
    shown.on('click', () => {
      this.#shown.delete(shown);
      this.#onClick(notice);
    });
    shown.on('close', () => this.#shown.delete(shown));
    // macOS refuses those of an app that is not signed.
    shown.on('failed', (_event, error) => {
      this.#shown.delete(shown);
      this.#warn(`a notification was not shown: ${error}`);
    });
    shown.show();
  };

  close(): void {
    for (const shown of this.#shown) shown.close();
    this.#shown.clear();
  }
}
