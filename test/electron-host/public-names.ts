import type { HostApp } from './api/app.ts';
import type { HostBrowserWindow } from './api/browser-window.ts';
import type { HostMenu, HostMenuItem } from './api/menu.ts';
import type { HostMessageChannelMain, HostMessagePortMain } from './api/message-ports.ts';
import type { HostNativeImage } from './api/native-image.ts';
import type { HostNotification } from './api/notification.ts';
import type { HostSession } from './api/session.ts';
import type { HostTray } from './api/tray.ts';
import type { HostUtilityProcess } from './api/utility-process.ts';
import type { HostWebContents } from './api/web-contents.ts';
import type { electron } from './electron-module.ts';
import type { HostIpcRenderer } from './page/ipc-renderer.ts';

/**
 * Compiles only while the stand-in has no name that Electron's own types do not have: an API that was made up, or that a version
 * of Electron gave up, is an error here. Nothing of this runs.
 */
type StandIn = typeof electron;
type Real = typeof Electron.CrossProcessExports;
type Foreign<Mine, Theirs> = Exclude<keyof Mine, keyof Theirs>;
type None<T extends never> = T;

/** Known to every version of Electron, missing in its types. */
type Untyped = 'getLastWebPreferences' | 'fromDevToolsTargetId';

export type Checked = [
  None<Foreign<StandIn, Real>>,
  None<Foreign<StandIn['BrowserWindow'], Real['BrowserWindow']>>,
  None<Foreign<StandIn['clipboard'], Real['clipboard']>>,
  None<Foreign<StandIn['dialog'], Real['dialog']>>,
  None<Foreign<StandIn['globalShortcut'], Real['globalShortcut']>>,
  None<Foreign<StandIn['ipcMain'], Real['ipcMain']>>,
  None<Foreign<StandIn['Menu'], Real['Menu']>>,
  None<Foreign<StandIn['MenuItem'], Real['MenuItem']>>,
  None<Foreign<StandIn['nativeImage'], Real['nativeImage']>>,
  None<Foreign<StandIn['nativeTheme'], Real['nativeTheme']>>,
  None<Foreign<StandIn['Notification'], Real['Notification']>>,
  None<Foreign<StandIn['powerMonitor'], Real['powerMonitor']>>,
  None<Foreign<StandIn['protocol'], Real['protocol']>>,
  None<Foreign<StandIn['screen'], Real['screen']>>,
  None<Foreign<StandIn['session'], Real['session']>>,
  None<Foreign<StandIn['shell'], Real['shell']>>,
  None<Foreign<StandIn['Tray'], Real['Tray']>>,
  None<Foreign<StandIn['utilityProcess'], Real['utilityProcess']>>,
  None<Exclude<Foreign<StandIn['webContents'], Real['webContents']>, Untyped>>,
  None<Foreign<HostApp, Electron.App>>,
  None<Foreign<HostApp['commandLine'], Electron.CommandLine>>,
  None<Foreign<HostBrowserWindow, Electron.BrowserWindow>>,
  None<Exclude<Foreign<HostWebContents, Electron.WebContents>, Untyped>>,
  None<Foreign<HostSession, Electron.Session>>,
  None<Foreign<HostMenu, Electron.Menu>>,
  None<Foreign<HostMenuItem, Electron.MenuItem>>,
  None<Foreign<HostMessageChannelMain, Electron.MessageChannelMain>>,
  None<Foreign<HostMessagePortMain, Electron.MessagePortMain>>,
  None<Foreign<HostNativeImage, Electron.NativeImage>>,
  None<Foreign<HostNotification, Electron.Notification>>,
  None<Foreign<HostTray, Electron.Tray>>,
  None<Foreign<HostUtilityProcess, Electron.UtilityProcess>>,
  None<Foreign<HostIpcRenderer, Electron.IpcRenderer>>,
];
