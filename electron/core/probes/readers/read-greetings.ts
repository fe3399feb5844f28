import { type Reading, reading } from './reading.ts';

/** Others that speak first, each known by its first line. */
export function readGreeting(text: string): Reading | null {
  const nats = /^INFO (\{.*\})\s*\r\n/.exec(text)?.[1];
  if (nats?.includes('"server_id"'))
    return reading('nats', 'NATS', /"version":\s*"([^"]+)"/.exec(nats)?.[1] ?? null);
  const rsync = /^@RSYNCD: ([\d.]+)/.exec(text)?.[1];
  if (rsync !== undefined) return reading('rsync', 'rsync', rsync);
  const mpd = /^OK MPD ([\d.]+)/.exec(text)?.[1];
  if (mpd !== undefined) return reading('mpd', 'Music Player Daemon', mpd);
  if (/^Content-Length: \d+\r\n\r\n\{.*"type"/s.test(text)) return reading('dap', 'Debug adapter');
  return null;
}
