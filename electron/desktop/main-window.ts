import { BrowserWindow } from 'electron';
import { startPage } from './own-page.ts';

/** Opens the window on Berth's page; shown when there is something to see. */
export function openMainWindow(preload: string, warn: (message: string) => void): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Berth',
    width: 1180,
    height: 760,
    minWidth: 640,
    minHeight: 420,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.loadURL(startPage).catch((error: Error) => warn(`the interface did not load: ${error.message}`));
  return window;
}

/** Brings a window to the person who asked for it. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
