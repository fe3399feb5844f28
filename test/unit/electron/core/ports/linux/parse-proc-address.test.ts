import { describe, expect, it } from 'vitest';
import { parseProcAddress } from '../../../../../../electron/core/ports/linux/parse-proc-address.ts';

describe('parseProcAddress', () => {
  it.each([
    ['0100007F', '127.0.0.1'],
    ['00000000', '0.0.0.0'],
    ['3500007F', '127.0.0.53'],
    ['00000000000000000000000000000000', '::'],
    ['00000000000000000000000001000000', '::1'],
    ['0000000000000000FFFF00000100007F', '::ffff:127.0.0.1'],
    ['000080FE00000000FF005450563412FE', 'fe80::5054:ff:fe12:3456'],
    ['B80D01201111A3852E8A222234737003', '2001:db8:85a3:1111:2222:8a2e:370:7334'],
    // One group of zeros stays, the first of two equally long runs goes (RFC 5952, 4.2.2 and 4.2.3).
    ['B80D0120010000000100010001000100', '2001:db8:0:1:1:1:1:1'],
    ['B80D0120000000000000010001000000', '2001:db8::1:0:0:1'],
  ])('reads %s of a little-endian machine as %s', (hex, address) => {
    expect(parseProcAddress(hex, 'LE')).toBe(address);
  });

  it.each([
    ['7F000001', '127.0.0.1'],
    ['FE80000000000000505400FFFE123456', 'fe80::5054:ff:fe12:3456'],
  ])('reads %s of a big-endian machine as %s', (hex, address) => {
    expect(parseProcAddress(hex, 'BE')).toBe(address);
  });
});
