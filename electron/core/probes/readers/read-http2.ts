import { type Reading, reading } from './reading.ts';

/** A SETTINGS frame on stream 0 (RFC 9113, section 6.5), which a server sends first. */
export function readHttp2(bytes: Buffer): Reading | null {
  if (bytes.length < 9 || bytes[3] !== 4 || (bytes[4] ?? 0) > 1 || bytes.readUInt32BE(5) !== 0) return null;
  const size = bytes.readUIntBE(0, 3);
  if (size % 6 !== 0 || size > 600) return null;
  // Without TLS and without a request for an upgrade, hardly anything else speaks it.
  return reading('http2', 'gRPC or HTTP/2 server');
}
