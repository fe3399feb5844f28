import path from 'node:path';
import type { Platform } from '../../../shared/contract/host.ts';

export interface DangerQuestion {
  /** Absolute, links resolved. */
  readonly folder: string;
  readonly home: string;
  readonly dataFolder: string;
  readonly platform: Platform;
}

/** Below the home folder; what lies in them opens other machines and accounts. */
const secretFolders = [
  '.ssh',
  '.gnupg',
  '.aws',
  '.azure',
  '.kube',
  '.docker',
  '.config',
  '.local/share/keyrings',
  '.password-store',
  '.mozilla',
  'Library',
  'AppData',
];
const systemFolders: Readonly<Record<Platform, readonly string[]>> = {
  linux: ['/etc', '/proc', '/sys', '/dev', '/run', '/boot', '/root', '/var/lib', '/var/run'],
  darwin: ['/etc', '/private/etc', '/dev', '/System', '/Library', '/private/var', '/Volumes'],
  win32: ['C:\\Windows', 'C:\\ProgramData', 'C:\\Program Files', 'C:\\Program Files (x86)'],
};

/** Why serving this folder gives away more than was meant, as a sentence; null when it does not. */
export function dangerOf({ folder, home, dataFolder, platform }: DangerQuestion): string | null {
  const paths = platform === 'win32' ? path.win32 : path.posix;
  const holds = (inner: string) => isWithin(paths, platform, folder, inner);
  const liesIn = (outer: string) => isWithin(paths, platform, outer, folder);
  const warn = (what: string) =>
    `${folder} ${what}. Serve it only if every program on this machine may read it.`;
  if (paths.dirname(folder) === folder) return warn('is the whole disk');
  if (isSame(platform, folder, home))
    return warn('is your home folder, with keys and settings of many programs');
  if (holds(home)) return warn('holds your home folder');
  if (liesIn(dataFolder) || holds(dataFolder)) return warn("holds Berth's own settings");
  for (const name of secretFolders) {
    if (liesIn(paths.join(home, ...name.split('/'))))
      return warn(`lies in ${name}, where programs keep what is secret`);
  }
  // Some people have their home in one of these.
  if (liesIn(home)) return null;
  for (const name of systemFolders[platform]) if (liesIn(name)) return warn('belongs to the system');
  return null;
}

function isWithin(paths: typeof path.posix, platform: Platform, outer: string, inner: string): boolean {
  const relative = paths.relative(folded(platform, outer), folded(platform, inner));
  return (
    relative === '' ||
    (!relative.startsWith(`..${paths.sep}`) && relative !== '..' && !paths.isAbsolute(relative))
  );
}

function isSame(platform: Platform, a: string, b: string): boolean {
  return folded(platform, a) === folded(platform, b);
}

/** The usual file systems of macOS and Windows take upper and lower case for the same. */
const folded = (platform: Platform, file: string) => (platform === 'linux' ? file : file.toLowerCase());
