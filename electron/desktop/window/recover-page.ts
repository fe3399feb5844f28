import { app, type BrowserWindow, dialog } from 'electron';
import type { Clock } from '../../core/lib/clock.ts';
import { CrashLimit } from './crash-limit.ts';

/** Loads a page again whose process has died. Nothing is lost: what is true is kept by the core. */
export function recoverPage(window: BrowserWindow, clock: Clock, warn: (message: string) => void): void {
  const limit = new CrashLimit(clock);
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    warn(`the page ended (${reason}, exit code ${exitCode})`);
    if (limit.mayReload()) window.webContents.reload();
    else void ask(window, limit);
  });
}

async function ask(window: BrowserWindow, limit: CrashLimit): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The window keeps failing',
    detail: 'It was loaded again three times within a minute. The ports are still being watched.',
    buttons: ['Try again', 'Quit Berth'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response === 1) return app.quit();
  limit.reset();
  window.webContents.reload();
}
