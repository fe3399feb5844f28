import electron from 'electron';
import { answerDialogs } from './answer-dialogs.ts';
import { recordNotifications } from './record-notifications.ts';
import { recordOutside } from './record-outside.ts';
import { recordShortcuts } from './record-shortcuts.ts';
import { recordTray } from './record-tray.ts';
import { steerSystem } from './steer-system.ts';
import { steerWindows } from './steer-windows.ts';

/**
 * Runs in the main process before the app, on real Electron as on the stand-in: `electron -r recorder.cjs app`. It records what the app
 * asks of the system, keeps it from happening, and lets `control.ts` reach it.
 */
const recorder = {
  ...recordTray(electron),
  ...recordNotifications(electron),
  ...recordOutside(electron),
  ...answerDialogs(electron),
  ...recordShortcuts(electron),
  ...steerWindows(electron),
  ...steerSystem(electron),
};

export type Recorder = typeof recorder;

Object.assign(globalThis, { desktopRecorder: recorder });

// The app reads its own arguments: it must not meet ours.
const ours = process.argv.indexOf(import.meta.filename);
if (ours > 0) process.argv.splice(ours - 1, 2);
