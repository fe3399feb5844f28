import path from 'node:path';
import type { Platform } from '../../../../shared/contract/host.ts';
import { isHiddenName } from './hidden-name.ts';

/** One served folder, as far as it matters for what lies in it. */
export interface Place {
  /** Without links, as the system spells it. */
  readonly root: string;
  readonly hidden: 'deny' | 'allow';
  readonly links: 'inside' | 'never';
  readonly platform: Platform;
}

/**
 * Says whether a file may be served that was asked for under one path and really has another. They differ where a link is
 * on the way, and where Windows or macOS take another spelling for the same name: `GIT~1` for `.git`, `INDEX.HTML`.
 */
export function allowsPath(asked: string, real: string, place: Place): boolean {
  if (real === asked) return true;
  const prefix = prefixOf(place);
  if (real !== place.root && !real.startsWith(prefix)) return false;
  if (place.links === 'never' && !isSameSpelling(asked, real, place.platform)) return false;
  const names = real.slice(prefix.length).split(separatorOf(place.platform));
  return place.hidden === 'allow' || !names.some(isHiddenName);
}

/** The path of a name under the root. With its separator, or /www would hold /www-secret. */
export function prefixOf({ root, platform }: Pick<Place, 'root' | 'platform'>): string {
  const separator = separatorOf(platform);
  return root.endsWith(separator) ? root : root + separator;
}

function isSameSpelling(asked: string, real: string, platform: Platform): boolean {
  if (platform === 'linux') return false;
  return asked.normalize('NFC').toLowerCase() === real.normalize('NFC').toLowerCase();
}

function separatorOf(platform: Platform): string {
  return platform === 'win32' ? path.win32.sep : path.posix.sep;
}
