import { open } from 'node:fs/promises';

export interface OutputTail {
  /** Oldest first. */
  readonly lines: readonly string[];
  /** True when older lines were dropped. */
  readonly isCut: boolean;
}

export interface TailLimits {
  readonly mostLines: number;
  readonly mostBytes: number;
}

/** For the inspector; a line of more than `longestLine` characters is cut as well. */
export const tailLimits: TailLimits = { mostLines: 500, mostBytes: 128 * 1024 };

/** For the answer of a restart that failed. */
export const lastLinesLimits: TailLimits = { mostLines: 20, mostBytes: 16 * 1024 };

const longestLine = 2000;

/**
 * The end of some files that follow each other. Bytes that are no UTF-8 become replacement characters; control
 * characters stay, for the shells to escape. `wasCut` says that the first file does not hold the beginning.
 */
export async function readTail(
  files: readonly string[],
  limits: TailLimits,
  wasCut: boolean,
): Promise<OutputTail> {
  const parts: Buffer[] = [];
  let left = limits.mostBytes;
  let isCut = wasCut;
  for (const file of [...files].reverse()) {
    const { bytes, isWhole } = await readEnd(file, left);
    parts.unshift(bytes);
    left -= bytes.length;
    if (!isWhole) isCut = true;
  }
  return toLines(Buffer.concat(parts), limits.mostLines, isCut);
}

/** A file that is gone is an empty one: it was thrown away while somebody looked. */
async function readEnd(file: string, most: number): Promise<{ bytes: Buffer; isWhole: boolean }> {
  const handle = await open(file, 'r').catch(() => null);
  if (!handle) return { bytes: Buffer.alloc(0), isWhole: true };
  try {
    const { size } = await handle.stat();
    const start = Math.max(0, size - most);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - start), 0, size - start, start);
    return { bytes: buffer.subarray(0, bytesRead), isWhole: start === 0 };
  } finally {
    await handle.close();
  }
}

function toLines(content: Buffer, most: number, isCut: boolean): OutputTail {
  // Bytes that a program skips when it writes to a place of its own after a cut read as NULs.
  const lines = content.toString('utf8').replace(/\0+/g, '').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  // What comes first after a cut is the rest of a line, maybe of a character.
  const whole = isCut && lines.length > 1 ? lines.slice(1) : lines;
  return {
    lines: whole
      .slice(-most)
      .map((line) => (line.length > longestLine ? `${line.slice(0, longestLine)}…` : line)),
    isCut: isCut || whole.length > most,
  };
}
