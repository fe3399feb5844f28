import { backOut } from './back-out.ts';
import { chooseDarkTheme, chooseLightTheme, followSystemTheme } from './change-theme.ts';
import type { Command } from './command.ts';
import { copyAddress } from './copy-address.ts';
import { focusSearch } from './focus-search.ts';
import { inspectPort } from './inspect-port.ts';
import { forceKillPort, killPort } from './kill-port.ts';
import { killProject } from './kill-project.ts';
import {
  selectFirst,
  selectLast,
  selectNext,
  selectPageDown,
  selectPageUp,
  selectPrevious,
} from './move-selection.ts';
import { openPort } from './open-port.ts';
import { clearPicked, pickEverything, pickNext, pickPrevious } from './pick-rows.ts';
import { restartPort } from './restart-port.ts';
import { showKeys } from './show-keys.ts';
import { forceNow, waitLonger } from './steer-kill.ts';
import { undoLastKill } from './undo-last-kill.ts';

/** Every command, in the order in which the list of keys shows them. */
export const allCommands: readonly Command[] = [
  focusSearch,
  selectNext,
  selectPrevious,
  selectPageDown,
  selectPageUp,
  selectFirst,
  selectLast,
  pickNext,
  pickPrevious,
  pickEverything,
  clearPicked,
  inspectPort,
  openPort,
  copyAddress,
  killPort,
  forceKillPort,
  forceNow,
  waitLonger,
  killProject,
  undoLastKill,
  restartPort,
  backOut,
  showKeys,
  followSystemTheme,
  chooseDarkTheme,
  chooseLightTheme,
];
