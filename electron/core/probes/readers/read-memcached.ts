import { type Reading, reading } from './reading.ts';

export function readMemcached(text: string): Reading | null {
  const version = /^VERSION ([^\r\n]+)\r\n/.exec(text)?.[1];
  return version === undefined ? null : reading('memcached', 'memcached', version);
}
