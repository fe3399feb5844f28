import path from 'node:path';
import type { Platform } from '../../../shared/contract/host.ts';

export interface DataFolderFacts {
  readonly platform: Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's home folder. */
  readonly home: string;
}

/**
 * Where Berth keeps settings, labels and history: the folder that the system means for this, the same for every
 * shell. `BERTH_DATA` names another one.
 */
export function dataFolder({ platform, env, home }: DataFolderFacts): string {
  const { isAbsolute, join, resolve } = platform === 'win32' ? path.win32 : path.posix;
  if (env.BERTH_DATA) return resolve(env.BERTH_DATA);
  switch (platform) {
    case 'linux':
      return join(absoluteOr(env.XDG_CONFIG_HOME, join(home, '.config')), 'berth');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Berth');
    case 'win32':
      return join(absoluteOr(env.APPDATA, join(home, 'AppData', 'Roaming')), 'Berth');
  }

  /** The XDG base directory specification has relative paths ignored. */
  function absoluteOr(folder: string | undefined, fallback: string): string {
    return folder && isAbsolute(folder) ? folder : fallback;
  }
}
