import { describe, expect, test } from 'vitest';
import { encodingFor } from '../../../../../../electron/core/folders/server/compressed-body.ts';

describe('encodingFor', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['GZIP;q=1.0, identity', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.0,gzip;q=0', null],
    ['*', 'gzip'],
    ['identity', null],
    ['', null],
    [undefined, null],
  ])('answers %s with %s', (accepted, encoding) => {
    expect(encodingFor(accepted, 5000)).toBe(encoding);
  });

  test('leaves alone what is short already', () => {
    expect(encodingFor('br', 1023)).toBeNull();
    expect(encodingFor('br', 1024)).toBe('br');
  });
});
