import { type Reading, reading } from './reading.ts';

/** The greeting of protocol 10, or the error with which a server turns a host away. */
export function readMysql(bytes: Buffer): Reading | null {
  if (bytes.length < 7 || bytes[3] !== 0) return null;
  const size = bytes.readUIntLE(0, 3);
  if (bytes[4] === 0xff && size + 4 === bytes.length) {
    const text = bytes.toString('latin1', 7);
    return /host|mysql|mariadb|connection/i.test(text) ? reading('mysql', nameIn(text)) : null;
  }
  const end = bytes.indexOf(0, 5);
  if (bytes[4] !== 10 || end < 0) return null;
  // MariaDB puts this in front for clients that know version 5 at most.
  const version = bytes.toString('latin1', 5, end).replace(/^5\.5\.5-(?=.*MariaDB)/i, '');
  return /^\d/.test(version) ? reading('mysql', nameIn(version), /^[\d.]+/.exec(version)?.[0] ?? null) : null;
}

function nameIn(text: string): string {
  return /mariadb/i.test(text) ? 'MariaDB' : /tidb/i.test(text) ? 'TiDB' : 'MySQL';
}
