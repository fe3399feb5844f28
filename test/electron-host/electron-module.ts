import { app } from './api/app.ts';
import { HostBrowserWindow } from './api/browser-window.ts';
import { clipboard } from './api/clipboard.ts';
import { dialog } from './api/dialog.ts';
import { globalShortcut } from './api/global-shortcut.ts';
import { ipcMain } from './api/ipc-main.ts';
import { HostMenu, HostMenuItem } from './api/menu.ts';
import { HostMessageChannelMain } from './api/message-ports.ts';
import { nativeImage } from './api/native-image.ts';
import { nativeTheme } from './api/native-theme.ts';
import { HostNotification } from './api/notification.ts';
import { powerMonitor } from './api/power-monitor.ts';
import { protocol } from './api/protocol.ts';
import { screen } from './api/screen.ts';
import { session } from './api/session.ts';
import { shell } from './api/shell.ts';
import { HostTray } from './api/tray.ts';
import { utilityProcess } from './api/utility-process.ts';
import { webContents } from './api/web-contents.ts';
import { refuseUnknown } from './refuse-unknown.ts';

/** What `require('electron')` gives in the main process. */
export const electron = refuseUnknown('electron', {
  app,
  BrowserWindow: HostBrowserWindow,
  clipboard,
  dialog,
  globalShortcut,
  ipcMain,
  Menu: HostMenu,
  MenuItem: HostMenuItem,
  MessageChannelMain: HostMessageChannelMain,
  nativeImage,
  nativeTheme,
  Notification: HostNotification,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  Tray: HostTray,
  utilityProcess,
  webContents,
});
