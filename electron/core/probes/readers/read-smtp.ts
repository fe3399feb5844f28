import { type Reading, reading } from './reading.ts';

const servers =
  /\b(Postfix|Exim|Sendmail|OpenSMTPD|Haraka|MailHog|Mailpit|MailCatcher|aiosmtpd|Python SMTP proxy)\b(?:[ /-]+([\d.]+\d))?/i;

/** RFC 5321: `220 host ESMTP ...`. */
export function readSmtp(text: string): Reading | null {
  if (!/^220[ -][^\r\n]*\r?\n/.test(text)) return null;
  const [, name, version] = servers.exec(text) ?? [];
  if (name === undefined && !/\bE?SMTP\b/i.test(text)) return null;
  return reading('smtp', name ?? null, version ?? null);
}
