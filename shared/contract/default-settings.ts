import { defaultFolderOptions } from './default-folder-options.ts';
import type { Settings } from './settings.ts';

/** A file written by an older Berth is filled up with these. */
export const defaultSettings: Settings = {
  theme: 'system',
  scanIntervalMs: 800,
  protectedNames: [],
  confirmKill: 'when-more',
  automaticProbing: 'safe',
  neverProbeNames: [],
  neverProbePorts: [],
  hiddenNames: [],
  hiddenPorts: [],
  hideUdp: false,
  hideSystem: false,
  watchedPorts: [],
  notifyWatched: true,
  notifyNetwork: true,
  folderDefaults: defaultFolderOptions,
  folderPort: 62_893,
  globalShortcut: null,
  startAtLogin: false,
  closeToTray: true,
  checkForUpdates: false,
  welcomed: false,
};
