import type { Updater } from './check-updates.ts';

/** electron-updater picks its way by system when it is first asked, so it is loaded late and only where updates are possible. */
export async function loadUpdater(): Promise<Updater> {
  const { autoUpdater } = await import('electron-updater');
  return autoUpdater;
}
