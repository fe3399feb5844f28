import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** Opening a fifo would wait for somebody to write. Windows has neither. */
const withoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** The text of an ordinary file; null for anything else, for a larger one and for one that cannot be read. */
export async function readSmallFile(file: string, maxBytes: number): Promise<string | null> {
  try {
    const handle = await open(file, withoutWaiting);
    try {
      const found = await handle.stat();
      return found.isFile() && found.size <= maxBytes ? await handle.readFile('utf8') : null;
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}
