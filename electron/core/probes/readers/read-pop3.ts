import { type Reading, reading } from './reading.ts';

/** RFC 1939: `+OK`. */
export function readPop3(text: string): Reading | null {
  if (!/^\+OK\b[^\r\n]*\r\n/.test(text)) return null;
  return reading('pop3', /\b(Dovecot|Cyrus|Courier|GreenMail)\b/i.exec(text)?.[1] ?? null);
}
