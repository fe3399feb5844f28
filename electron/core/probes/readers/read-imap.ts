import { type Reading, reading } from './reading.ts';

/** RFC 9051: `* OK`, `* PREAUTH` or `* BYE`. */
export function readImap(text: string): Reading | null {
  if (!/^\* (OK|PREAUTH|BYE)\b[^\r\n]*\r\n/i.test(text)) return null;
  return reading('imap', /\b(Dovecot|Cyrus|Courier|GreenMail)\b/i.exec(text)?.[1] ?? null);
}
