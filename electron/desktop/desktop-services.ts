import { BrowserWindow, dialog, shell, type WebContents } from 'electron';
import type { Capability, Platform } from '../../shared/contract/host.ts';
import type { ShellServices } from '../api/shell-services.ts';
import { systemSettingsAddress } from './system/system-settings-address.ts';
import type { Windows } from './windows.ts';

/** What the interface may do when it runs in a window. */
const capabilities: readonly Capability[] = [
  'kill',
  'label',
  'settings',
  'open-url',
  'probe',
  'serve',
  'choose-folder',
  'drop-folders',
  'notify',
  'global-shortcut',
  'start-at-login',
  'tray',
  'native-menu',
  'system-settings',
];

export interface DesktopServicesOptions {
  readonly windows: Pick<Windows, 'mailOf'>;
  readonly contents: WebContents;
  readonly offerCommands: ShellServices['offerCommands'];
  readonly platform: Platform;
  /** Whether this Berth can be replaced by a newer one. */
  readonly updates: boolean;
}

/** What the page of one window can ask of the desktop around it. */
export function desktopServices(options: DesktopServicesOptions): ShellServices {
  const { windows, contents, offerCommands, platform, updates } = options;
  const mail = windows.mailOf(contents);
  return {
    capabilities: updates ? [...capabilities, 'updates'] : capabilities,
    chooseFolder: () => chooseFolder(BrowserWindow.fromWebContents(contents)),
    openSystemSettings: (page) => openSystemSettings(systemSettingsAddress(platform, page)),
    offerCommands,
    onNavigate: (listener) => mail.onNavigate(listener),
    onRunCommand: (listener) => mail.onRunCommand(listener),
  };
}

/** The address is one of our own few, never one that a page gives. */
async function openSystemSettings(address: string | null): Promise<boolean> {
  if (address === null) return false;
  return shell.openExternal(address).then(
    () => true,
    () => false,
  );
}

/** The systems forgot the last folder with Electron 43, so it is kept here for this run. */
let lastFolder: string | undefined;

async function chooseFolder(window: BrowserWindow | null): Promise<string | null> {
  const options = {
    title: 'Choose a folder to serve',
    buttonLabel: 'Serve',
    properties: ['openDirectory' as const],
    ...(lastFolder ? { defaultPath: lastFolder } : {}),
  };
  const { filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  const [folder] = filePaths;
  if (folder !== undefined) lastFolder = folder;
  return folder ?? null;
}
