import { type Reading, reading } from './reading.ts';

/** RFC 4253, section 4.2: the server speaks first. */
export function readSsh(text: string): Reading | null {
  const software = /^SSH-[\d.]+-([^\r\n ]+)/.exec(text)?.[1];
  if (software === undefined) return null;
  const [, name = software, version = null] = /^([A-Za-z][\w-]*?)[_-]v?(\d[\w.]*)$/.exec(software) ?? [];
  return reading('ssh', name, version);
}
