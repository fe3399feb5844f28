import { type Reading, reading } from './reading.ts';

const servers =
  /\b(vsFTPd|ProFTPD|Pure-FTPd|FileZilla Server|pyftpdlib|Microsoft FTP)\b(?:[ /v]+([\d.]+\d))?/i;

/** RFC 959: `220 ...`, asked for after SMTP, which greets with the same number. */
export function readFtp(text: string): Reading | null {
  if (!/^220[ -][^\r\n]*\r?\n/.test(text)) return null;
  const [, name, version] = servers.exec(text) ?? [];
  if (name === undefined && !/ftp/i.test(text)) return null;
  return reading('ftp', name ?? null, version ?? null);
}
