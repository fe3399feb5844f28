import { rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { app } from 'electron';
import type { Platform } from '../../../shared/contract/host.ts';
import { writeFileAtomic } from '../../core/lib/write-file-atomic.ts';
import { hiddenSwitch } from '../folders/folders-on-command-line.ts';
import { autostartEntry, autostartFile, type StartCommand } from './autostart-entry.ts';
import { ownAppImage } from './own-app-image.ts';

/** Has the system start Berth at login, showing its icon only, or no longer. */
export async function startAtLogin(platform: Platform, wanted: boolean): Promise<void> {
  if (platform === 'linux') return setAutostart(wanted);
  const { args } = startCommand();
  app.setLoginItemSettings({ openAtLogin: wanted, ...(platform === 'win32' ? { args: [...args] } : {}) });
}

/** Electron does nothing here on Linux. */
async function setAutostart(wanted: boolean): Promise<void> {
  const file = autostartFile(process.env, homedir());
  if (wanted) await writeFileAtomic(file, autostartEntry(startCommand()));
  else await rm(file, { force: true });
}

/** An AppImage is unpacked to another place at every start; its own file stays. */
function startCommand(): StartCommand {
  return {
    program: ownAppImage(process.execPath, process.env) ?? process.execPath,
    args: app.isPackaged ? [hiddenSwitch] : [app.getAppPath(), hiddenSwitch],
  };
}

/** macOS tells that it was the login that started us; elsewhere our own switch does. */
export function wasStartedAtLogin(platform: Platform, argv: readonly string[]): boolean {
  if (platform === 'darwin') return app.getLoginItemSettings().wasOpenedAtLogin;
  return argv.includes(hiddenSwitch);
}
