import { endianness } from 'node:os';
import { formatIpv6 } from '../format-address.ts';

/**
 * Address text of `0100007F` or of the 32 digits of an IPv6 address. The kernel prints each 32-bit word as a number
 * of the host, so on little-endian machines the bytes of every word stand in reverse.
 */
export function parseProcAddress(hex: string, byteOrder: 'LE' | 'BE' = endianness()): string {
  const bytes = Buffer.from(hex, 'hex');
  if (byteOrder === 'LE') bytes.swap32();
  if (bytes.length === 4) return bytes.join('.');
  return formatIpv6([0, 2, 4, 6, 8, 10, 12, 14].map((offset) => bytes.readUInt16BE(offset)));
}
