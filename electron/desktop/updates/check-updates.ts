import type { UpdateState } from './update-state.ts';
import type { UpdatesPossible } from './updates-are-possible.ts';

interface Version {
  readonly version: string;
}

/** What is used of electron-updater. */
export interface Updater {
  autoDownload: boolean;
  autoInstallOnAppQuit: boolean;
  logger: object | null;
  on(name: 'update-available' | 'update-downloaded', listener: (found: Version) => void): unknown;
  on(name: 'update-not-available', listener: () => void): unknown;
  on(name: 'download-progress', listener: (progress: { readonly percent: number }) => void): unknown;
  on(name: 'error', listener: (error: Error) => void): unknown;
  checkForUpdates(): Promise<unknown>;
  downloadUpdate(): Promise<unknown>;
  quitAndInstall(): void;
}

export interface CheckUpdatesOptions {
  readonly possible: UpdatesPossible;
  /** Called at the first check and never before: a Berth that is not asked loads nothing and connects to nothing. */
  readonly loadUpdater: () => Promise<Updater>;
  /** Told every change, and the state at the start. */
  readonly onUpdate: (state: UpdateState) => void;
  /**
   * Called before the new version takes over. It may start while this one still ends, so whatever only one Berth can hold must be
   * let go here: above all the lock that keeps a second one from starting.
   */
  readonly beforeInstall: () => void;
}

/** Each step is a person's word: nothing is looked for, fetched or installed without one. */
export interface Updates {
  /** Looks for a newer version. Does nothing while one is on its way or ready. */
  check(): Promise<void>;
  /** Fetches the version that was found. */
  download(): Promise<void>;
  /** Ends Berth and starts the version that was fetched. */
  install(): void;
}

/** Looks for newer versions of Berth and fetches them, where that is possible. Nothing here ever rejects: failure is a state. */
export function checkUpdates(options: CheckUpdatesOptions): Updates {
  const { possible, loadUpdater, onUpdate, beforeInstall } = options;
  let state: UpdateState = possible.possible
    ? { kind: 'not-checked' }
    : { kind: 'off', reason: possible.reason };
  let found: string | null = null;
  let updater: Updater | null = null;

  const move = (next: UpdateState) => {
    state = next;
    onUpdate(next);
  };
  const fail = (error: unknown) => {
    // electron-updater both emits an error and rejects with it.
    if (state.kind === 'checking') move({ kind: 'failed', doing: 'check', message: inOneLine(error) });
    else if (state.kind === 'downloading')
      move({ kind: 'failed', doing: 'download', message: inOneLine(error) });
  };
  const loaded = async () => {
    updater ??= listen(await loadUpdater());
    return updater;
  };

  function listen(fresh: Updater): Updater {
    fresh.autoDownload = false;
    fresh.autoInstallOnAppQuit = false;
    // Its own log holds addresses and folders of this user.
    fresh.logger = null;
    fresh.on('update-available', ({ version }) => {
      found = version;
      move({ kind: 'available', version });
    });
    fresh.on('update-not-available', () => move({ kind: 'none' }));
    fresh.on('download-progress', ({ percent }) => {
      if (state.kind !== 'downloading') return;
      const whole = Math.max(0, Math.min(100, Math.floor(percent)));
      if (whole > state.percent) move({ ...state, percent: whole });
    });
    fresh.on('update-downloaded', ({ version }) => move({ kind: 'ready', version }));
    fresh.on('error', fail);
    return fresh;
  }

  onUpdate(state);
  return {
    async check() {
      if (!mayCheck(state)) return;
      move({ kind: 'checking' });
      await loaded()
        .then((ready) => ready.checkForUpdates())
        .catch(fail);
      // An updater that finds itself switched off answers without a word.
      if (state.kind === 'checking') move({ kind: 'none' });
    },
    async download() {
      if (!updater || !found || !mayDownload(state)) return;
      move({ kind: 'downloading', version: found, percent: 0 });
      await updater.downloadUpdate().catch(fail);
    },
    install() {
      if (state.kind !== 'ready') return;
      beforeInstall();
      updater?.quitAndInstall();
    },
  };
}

function mayCheck({ kind }: UpdateState): boolean {
  return kind === 'not-checked' || kind === 'none' || kind === 'available' || kind === 'failed';
}

function mayDownload(state: UpdateState): boolean {
  return state.kind === 'available' || (state.kind === 'failed' && state.doing === 'download');
}

/** The first line: after it come whole answers of servers, addresses and stacks. */
function inOneLine(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line.trim().slice(0, 160) || 'no reason given';
}
