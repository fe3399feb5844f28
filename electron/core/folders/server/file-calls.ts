import fs from 'node:fs';
import { promisify } from 'node:util';

/**
 * Calls with bare descriptors. A FileHandle would close its descriptor a second time after a stream closed it, and by
 * then the number may belong to another file.
 */
export const openFile = promisify(fs.open);
export const statFile = promisify(fs.fstat);
export const readFile = promisify(fs.read);
export const realPath = promisify(fs.realpath.native);
export const statPath = promisify(fs.stat);

/** Nothing can be done about a descriptor that does not close. */
export function closeFile(fd: number): void {
  fs.close(fd, () => undefined);
}

/** Reads `length` bytes from `start` on; fewer when the file has become shorter. */
export async function readBytes(fd: number, start: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await readFile(fd, buffer, filled, length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled === length ? buffer : buffer.subarray(0, filled);
}
