import { type Reading, reading } from './reading.ts';

/** One byte answers an SSLRequest; anything else gets an error that names its severity. */
export function readPostgresql(bytes: Buffer): Reading | null {
  const text = bytes.toString('latin1');
  if (text === 'N' || text === 'S') return reading('postgresql', 'PostgreSQL');
  return /^E....S(FATAL|ERROR|PANIC)\0/s.test(text) ? reading('postgresql', 'PostgreSQL') : null;
}
