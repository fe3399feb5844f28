import { type Reading, reading } from './reading.ts';

/** Connection.Start (class 10, method 10) with what the server says of itself, or the header it would rather hear. */
export function readAmqp(bytes: Buffer): Reading | null {
  if (bytes.toString('latin1', 0, 4) === 'AMQP') return reading('amqp');
  if (bytes.length < 11 || bytes[0] !== 1 || bytes.readUInt32BE(7) !== 0x000a000a) return null;
  return reading('amqp', property(bytes, 'product'), property(bytes, 'version'));
}

/** A long string of the table: its name behind its length, `S`, four bytes of length, the text. */
function property(bytes: Buffer, name: string): string | null {
  const key = Buffer.concat([Buffer.from([name.length]), Buffer.from(`${name}S`)]);
  const at = bytes.indexOf(key);
  const start = at + key.length + 4;
  if (at < 0 || start > bytes.length) return null;
  return bytes.toString('utf8', start, Math.min(start + bytes.readUInt32BE(start - 4), bytes.length));
}
