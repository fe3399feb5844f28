import { backOut } from './back-out.ts';
import { chooseDarkTheme, chooseLightTheme, followSystemTheme } from './change-theme.ts';
import type { Command } from './command.ts';
import { copyAddress } from './copy-address.ts';
import { focusSearch } from './focus-search.ts';
import { inspectPort } from './inspect-port.ts';
import { forceKillPort, killPort } from './kill-port.ts';
import {
  selectFirst,
  selectLast,
  selectNext,
  selectPageDown,
  selectPageUp,
  selectPrevious,
} from './move-selection.ts';
import { openPort } from './open-port.ts';
import { showKeys } from './show-keys.ts';

/** Every command, in the order in which the list of keys shows them. */
export const allCommands: readonly Command[] = [
  focusSearch,
  selectNext,
  selectPrevious,
  selectPageDown,
  selectPageUp,
  selectFirst,
  selectLast,
  inspectPort,
  openPort,
  copyAddress,
  killPort,
  forceKillPort,
  backOut,
  showKeys,
  followSystemTheme,
  chooseDarkTheme,
  chooseLightTheme,
];
