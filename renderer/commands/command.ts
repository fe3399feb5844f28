import type { App } from '../store/app.ts';
import type { AppState } from '../store/app-store.ts';

/** What a command is about: the selected port, which rows the list shows, moving in it, or Berth as a whole. */
export type CommandArea = 'port' | 'list' | 'move' | 'app';

/** One thing a person can do: the same definition feeds a button, a menu, the palette, the list of keys and the keyboard. */
export interface Command {
  readonly id: string;
  readonly area: CommandArea;
  /** Sentence case, begins with a verb. */
  readonly title: string;
  /** The same with what it is about now: `Kill python3, process 60311, on port 62893`. */
  titleFor?(state: AppState, listenerId?: string): string | null;
  /** `key` of a keyboard event, with `Mod+` for Ctrl or Cmd. Empty for none. */
  readonly keys: readonly string[];
  /** True when the key also works in the search field, where the list is walked while typing. */
  readonly whileSearching?: boolean;
  /** `listenerId` is the row that is meant; without it, the selected one. */
  enabled(state: AppState, listenerId?: string): boolean;
  /** A sentence that says why it cannot run now. Asked only where `enabled` says no. */
  whyNot?(state: AppState, listenerId?: string): string;
  run(app: App, listenerId?: string): void;
}
