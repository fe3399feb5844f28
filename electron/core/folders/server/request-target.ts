import type { Platform } from '../../../../shared/contract/host.ts';
import { badTarget, type Refusal, targetTooLong, withheld } from './refusal.ts';
import { isPlainWindowsName } from './windows-name.ts';

export interface Target {
  readonly kind: 'target';
  /** Decoded names, one for each folder and the file. None of them is empty, `.`, `..` or holds a separator. */
  readonly segments: readonly string[];
  readonly hasSlash: boolean;
  /** As sent, with its question mark; empty without one. */
  readonly query: string;
}

const longestPath = 4096;
const root: Target = { kind: 'target', segments: [], hasSlash: true, query: '' };

/**
 * Reads what stands between the method and the version of a request. Each name is decoded once and alone, so that an
 * escaped separator never becomes one, and nothing is tidied up: what is not canonical is refused.
 */
export function readTarget(target: string, platform: Platform): Target | Refusal {
  if (target === '/') return root;
  if (!target.startsWith('/')) return badTarget;
  const end = target.search(/[?#]/);
  const path = end === -1 ? target : target.slice(0, end);
  if (path.length > longestPath) return targetTooLong;
  const parts = path.slice(1).split('/');
  const hasSlash = parts.at(-1) === '';
  if (hasSlash) parts.pop();
  const segments: string[] = [];
  for (const part of parts) {
    const name = decode(part);
    if (name === null) return badTarget;
    if (platform === 'win32' && !isPlainWindowsName(name)) return withheld;
    segments.push(name);
  }
  return { kind: 'target', segments, hasSlash, query: end === -1 ? '' : queryOf(target.slice(end)) };
}

function decode(part: string): string | null {
  const name = part.includes('%') ? decodeOnce(part) : part;
  if (name === null || name === '' || name === '.' || name === '..') return null;
  return name.includes('/') || name.includes('\0') ? null : name;
}

function decodeOnce(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

function queryOf(rest: string): string {
  return rest.startsWith('?') ? (rest.split('#', 1)[0] ?? '') : '';
}

/** The path of an address, from the root on. */
export function toPath(segments: readonly string[], hasSlash: boolean): string {
  if (segments.length === 0) return '/';
  return `/${segments.map(encodeURIComponent).join('/')}${hasSlash ? '/' : ''}`;
}
