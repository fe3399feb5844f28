import { readlinkSync, statSync } from 'node:fs';
import type { RecordedPlace } from '../launch-record.ts';

const deletedMark = Buffer.from(' (deleted)');

/**
 * Where a link of /proc leads (`exe`, `cwd`), and whether the same thing is still there. Null when it may not be read.
 * The link itself reaches the thing even when nothing has its path any more, so both can be compared.
 */
export function readPlace(link: string): RecordedPlace | null {
  try {
    const target = readlinkSync(link, { encoding: 'buffer' });
    const here = statSync(link, { bigint: true });
    // A name may end in the mark; then something of this name is the very thing.
    const isMarked = target.subarray(-deletedMark.length).equals(deletedMark) && !isAt(target, here);
    const path = isMarked ? target.subarray(0, -deletedMark.length) : target;
    return { path, state: isAt(path, here) ? 'present' : exists(path) ? 'replaced' : 'missing' };
  } catch {
    return null;
  }
}

interface Inode {
  readonly dev: bigint;
  readonly ino: bigint;
}

function isAt(path: Buffer, here: Inode): boolean {
  try {
    const there = statSync(path, { bigint: true });
    return there.dev === here.dev && there.ino === here.ino;
  } catch {
    return false;
  }
}

function exists(path: Buffer): boolean {
  try {
    statSync(path);
    return true;
  } catch {
    return false;
  }
}
