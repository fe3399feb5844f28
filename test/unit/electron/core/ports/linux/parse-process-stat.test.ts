import { describe, expect, it } from 'vitest';
import { parseProcessStat } from '../../../../../../electron/core/ports/linux/parse-process-stat.ts';

const fields = 'S 7 9 9 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 1 0 48213 8000000 500 18446744073709551615';

function nameOf(name: Buffer | string): string | undefined {
  const bytes = Buffer.concat([Buffer.from('42 ('), Buffer.from(name), Buffer.from(`) ${fields}\n`)]);
  return parseProcessStat(bytes.toString('utf8'))?.name;
}

describe('parseProcessStat', () => {
  it('tells name, parent and start', () => {
    expect(parseProcessStat(`42 (node) ${fields}`)).toEqual({
      name: 'node',
      parentPid: 7,
      startTicks: 48213,
    });
  });

  it.each(['my (app) x', 'a) S 1 (b', '))) (((', 'with\nnewline', 'café', ''])(
    'keeps the name %j',
    (name) => {
      expect(nameOf(name)).toBe(name);
    },
  );

  it('drops half a character that the kernel cut off', () => {
    expect(nameOf(Buffer.from('fourteen-bytesé').subarray(0, 15))).toBe('fourteen-bytes');
    expect(nameOf(Buffer.from('twelve-bytes😀').subarray(0, 15))).toBe('twelve-bytes');
  });

  it('marks what is not UTF-8 in a name that was not cut', () => {
    expect(nameOf(Buffer.from('caf\xe9', 'latin1'))).toBe('caf\ufffd');
  });

  it.each(['', '42', '42 (node', '42 (node) S', `42 (node) S x ${fields}`])('refuses %j', (text) => {
    expect(parseProcessStat(text)).toBeNull();
  });
});
