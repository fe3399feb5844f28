import { readdir, realpath } from 'node:fs/promises';
import path from 'node:path';

const most = 50;

/**
 * Folders below the home folder whose path begins with what was typed. What lies elsewhere, through links too, is not
 * told, for whoever types may sit in a browser.
 */
export async function completePath(text: string, home: string): Promise<readonly string[]> {
  const typed = expandHome(text, home);
  const parent = typed.endsWith(path.sep) ? typed : path.dirname(typed);
  const begun = typed.endsWith(path.sep) ? '' : path.basename(typed).toLowerCase();
  try {
    const realHome = await realpath(home);
    // Looked at before the disk is: under Windows `\\server\share` would send this user's name to that server.
    if (![home, realHome].some((own) => isInside(own, path.resolve(parent)))) return [];
    const realParent = await realpath(parent);
    if (!isInside(realHome, realParent)) return [];
    const entries = await readdir(realParent, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .filter(
        (name) => name.toLowerCase().startsWith(begun) && (begun.startsWith('.') || !name.startsWith('.')),
      )
      .sort((a, b) => a.localeCompare(b))
      .slice(0, most)
      .map((name) => path.join(parent, name));
  } catch {
    return [];
  }
}

/** `~/code` as a shell reads it; what is not absolute is meant from home. A separator at the end stays. */
export function expandHome(text: string, home: string): string {
  if (text === '~' || text === '') return home + path.sep;
  if (text.startsWith('~/') || text.startsWith('~\\')) return path.join(home, text.slice(2));
  return path.isAbsolute(text) ? text : path.join(home, text);
}

function isInside(outer: string, inner: string): boolean {
  const relative = path.relative(outer, inner);
  return (
    relative === '' ||
    (relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative))
  );
}
