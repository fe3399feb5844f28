import { nativeTheme } from 'electron';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { Core } from '../../core/core.ts';
import type { ShortcutKeeper } from './shortcut-keeper.ts';

export interface FollowSettingsOptions {
  readonly core: Pick<Core, 'onSettings'>;
  readonly shortcut: ShortcutKeeper;
  readonly startAtLogin: (wanted: boolean) => Promise<void>;
  readonly warn: (message: string) => void;
}

/** The settings as the desktop needs them: always at hand, and done as they say. Starts with those that were read first. */
export function followSettings(first: Settings, options: FollowSettingsOptions): () => Settings {
  const { core, shortcut, startAtLogin, warn } = options;
  let now = first;
  const take = (next: Settings, before: Settings | null) => {
    now = next;
    nativeTheme.themeSource = next.theme;
    shortcut.choose(next.globalShortcut);
    // Nothing is written at every start: the person may have taken it out of the system's own list.
    if (before === null || next.startAtLogin === before.startAtLogin) return;
    startAtLogin(next.startAtLogin).catch((error: Error) =>
      warn(`starting at login could not be changed: ${error.message}`),
    );
  };
  take(first, null);
  core.onSettings((next) => take(next, now));
  return () => now;
}
