import { backOut } from './back-out.ts';
import { chooseDarkTheme, chooseLightTheme, followSystemTheme } from './change-theme.ts';
import type { Command } from './command.ts';
import { copyAddress } from './copy-address.ts';
import { copyCommandLine, copyLookup, copyPid, copyUrl } from './copy-facts.ts';
import { filterCommands } from './filter-list.ts';
import { focusSearch } from './focus-search.ts';
import { placeCommands } from './go-to-place.ts';
import {
  collapseGroup,
  expandGroup,
  groupByNothing,
  groupByProcess,
  groupByProject,
  groupByReach,
} from './group-list.ts';
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
import { openPalette } from './open-palette.ts';
import { openPort } from './open-port.ts';
import { clearPicked, pickEverything, pickNext, pickPrevious } from './pick-rows.ts';
import { refreshPorts } from './refresh-ports.ts';
import { restartPort } from './restart-port.ts';
import { serveFolder } from './serve-folder.ts';
import { toggleHidden } from './show-hidden.ts';
import { showKeys } from './show-keys.ts';
import { showRowMenu } from './show-row-menu.ts';
import { forceNow, waitLonger } from './steer-kill.ts';
import { undoLastKill } from './undo-last-kill.ts';

/** Every command, in the order in which the list of keys shows them. */
export const allCommands: readonly Command[] = [
  openPalette,
  focusSearch,
  selectNext,
  selectPrevious,
  selectPageDown,
  selectPageUp,
  selectFirst,
  selectLast,
  expandGroup,
  collapseGroup,
  pickNext,
  pickPrevious,
  pickEverything,
  clearPicked,
  inspectPort,
  showRowMenu,
  openPort,
  copyAddress,
  copyUrl,
  copyPid,
  copyCommandLine,
  copyLookup,
  killPort,
  forceKillPort,
  forceNow,
  waitLonger,
  killProject,
  undoLastKill,
  restartPort,
  backOut,
  groupByNothing,
  groupByProject,
  groupByProcess,
  groupByReach,
  ...filterCommands,
  toggleHidden,
  ...placeCommands,
  serveFolder,
  refreshPorts,
  showKeys,
  followSystemTheme,
  chooseDarkTheme,
  chooseLightTheme,
];
