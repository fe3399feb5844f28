import { type Reading, reading } from './reading.ts';

/** RFC 6143, section 7.1.1. Apple's servers call their version 003.889. */
export function readVnc(text: string): Reading | null {
  const version = /^RFB (\d{3})\.(\d{3})\n/.exec(text);
  if (version === null) return null;
  const product = version[2] === '889' ? 'Screen Sharing' : 'VNC server';
  return reading('vnc', product, `${Number(version[1])}.${Number(version[2])}`);
}
