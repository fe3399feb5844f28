import { app } from 'electron';

/** Milliseconds that closing may take before the app ends regardless. */
const patienceMs = 3000;

/** Lets `close` finish before the app ends. */
export function quitInOrder(close: () => Promise<void>): void {
  app.once('will-quit', (event) => {
    event.preventDefault();
    setTimeout(() => app.exit(), patienceMs);
    close().finally(() => app.exit());
  });
}
