import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { host } from '../host.ts';
import { commandLine } from './command-line.ts';

const set = new Map<string, string>();

/** Where Electron keeps things on Linux. */
export function getPath(name: string): string {
  const known = set.get(name);
  if (known) return known;
  const home = homedir();
  switch (name) {
    case 'home':
      return home;
    case 'temp':
      return tmpdir();
    case 'exe':
      return process.execPath;
    case 'appData':
      return process.env.XDG_CONFIG_HOME ?? path.join(home, '.config');
    case 'userData': {
      const given = commandLine.getSwitchValue('user-data-dir');
      return given || path.join(getPath('appData'), appName());
    }
    case 'sessionData':
      return getPath('userData');
    case 'logs':
      return path.join(getPath('userData'), 'logs');
    case 'downloads':
      return path.join(home, 'Downloads');
    default:
      throw new Error(`Failed to get '${name}' path`);
  }
}

export function setPath(name: string, folder: string): void {
  if (!path.isAbsolute(folder)) throw new Error('Path must be absolute');
  set.set(name, folder);
}

export function appName(): string {
  return host.packageFile.productName ?? host.packageFile.name ?? 'Electron';
}
