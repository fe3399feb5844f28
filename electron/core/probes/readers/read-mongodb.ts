import { type Reading, reading } from './reading.ts';

/** Wire version -> the first release that spoke it. */
const releases: Readonly<Record<number, string>> = {
  6: '3.6',
  7: '4.0',
  8: '4.2',
  9: '4.4',
  13: '5.0',
  17: '6.0',
  21: '7.0',
  25: '8.0',
};

const opMsg = 2013;

/** An OP_MSG that answers `hello`. */
export function readMongodb(bytes: Buffer): Reading | null {
  if (bytes.length < 26 || bytes.readInt32LE(12) !== opMsg) return null;
  const name = Buffer.from('\x10maxWireVersion\0', 'latin1');
  const at = bytes.indexOf(name);
  if (at < 0)
    return bytes.includes('isWritablePrimary') || bytes.includes('errmsg')
      ? reading('mongodb', 'MongoDB')
      : null;
  const value = at + name.length;
  const wire = value + 4 <= bytes.length ? bytes.readInt32LE(value) : 0;
  return reading('mongodb', 'MongoDB', releases[wire] ?? null);
}
