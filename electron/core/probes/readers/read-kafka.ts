import { type Reading, reading } from './reading.ts';

/** The answer to ApiVersions 0: size, correlation id 1, no error, an array of keys. */
export function readKafka(bytes: Buffer): Reading | null {
  if (bytes.length < 14 || bytes.readInt32BE(4) !== 1 || bytes.readInt16BE(8) !== 0) return null;
  const count = bytes.readInt32BE(10);
  const isComplete = count > 0 && count < 500 && bytes.readInt32BE(0) === 10 + count * 6;
  return isComplete ? reading('kafka') : null;
}
