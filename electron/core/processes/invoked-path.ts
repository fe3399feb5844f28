import { isUtf8 } from 'node:buffer';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { CompleteRecord } from './launch-record.ts';

/**
 * The path that a program was called by. The kernel names a process for the last part of it, so what was started as
 * `python3` must not come back as the `python3.11` that this leads to. The executable itself where no such path is found.
 */
export function invokedPath({ argv, environment, executable, folder }: CompleteRecord): Buffer {
  const [called] = argv;
  if (!called || called.length === 0 || !isUtf8(called) || !isUtf8(folder.path)) return executable.path;
  const searched = environment
    .entries()
    .find((entry) => entry.toString('latin1', 0, 5) === 'PATH=')
    ?.toString('utf8', 5);
  const candidates = placesOf(called.toString('utf8'), folder.path.toString('utf8'), searched ?? '');
  const found = candidates.find((candidate) => leadsTo(candidate, executable.path));
  return found === undefined ? executable.path : Buffer.from(found);
}

/** Where a shell finds a command: a name with a slash in the folder, any other in the folders of PATH. */
export function placesOf(called: string, folder: string, searched: string): readonly string[] {
  if (called.includes('/')) return [path.resolve(folder, called)];
  return searched
    .split(':')
    .filter((place) => place !== '')
    .map((place) => path.resolve(folder, place, called));
}

function leadsTo(candidate: string, executable: Buffer): boolean {
  try {
    return realpathSync(candidate, { encoding: 'buffer' }).equals(executable);
  } catch {
    return false;
  }
}
