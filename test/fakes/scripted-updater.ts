import { EventEmitter } from 'node:events';
import type { Updater } from '../../electron/desktop/updates/check-updates.ts';

/** What one call of the updater does: events in their order, then well or badly. */
export interface UpdaterScript {
  readonly events?: readonly (readonly [name: string, detail?: unknown])[];
  readonly rejects?: Error;
}

/** An updater that plays what it is told, and writes down what it was asked to do. */
export class ScriptedUpdater extends EventEmitter implements Updater {
  autoDownload = true;
  autoInstallOnAppQuit = true;
  logger: object | null = {};
  readonly asked: string[] = [];
  onCheck: UpdaterScript = {};
  onDownload: UpdaterScript = {};

  async checkForUpdates(): Promise<void> {
    this.asked.push('check');
    await this.#play(this.onCheck);
    if (this.autoDownload) this.asked.push('download by itself');
  }

  async downloadUpdate(): Promise<void> {
    this.asked.push('download');
    await this.#play(this.onDownload);
  }

  quitAndInstall(): void {
    this.asked.push('install');
  }

  async #play({ events = [], rejects }: UpdaterScript): Promise<void> {
    for (const [name, detail] of events) {
      await Promise.resolve();
      this.emit(name, detail);
    }
    if (rejects) {
      // As electron-updater does: told as an event and to the caller.
      this.emit('error', rejects);
      throw rejects;
    }
  }
}
