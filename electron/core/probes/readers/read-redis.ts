import { type Reading, reading } from './reading.ts';

/** What PING is answered with, also where a password is wanted or only this machine may connect. */
export function readRedis(text: string): Reading | null {
  if (/^\+PONG\r\n/.test(text)) return reading('redis');
  return /^-(NOAUTH|DENIED|NOPERM|LOADING|MASTERDOWN|ERR) [^\r\n]*\r\n/.test(text) ? reading('redis') : null;
}
