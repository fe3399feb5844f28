import { expect, test } from 'vitest';
import { icnsSizes, writeIcns } from '../../../../build/icons/write-icns.mjs';

/** The blocks of an icon: kind and content. */
function readIcns(icns: Buffer) {
  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const blocks: [string, string][] = [];
  for (let at = 8; at < icns.length; ) {
    const length = icns.readUInt32BE(at + 4);
    blocks.push([icns.toString('latin1', at, at + 4), icns.toString('latin1', at + 8, at + length)]);
    at += length;
  }
  return blocks;
}

test('a size that serves twice is in it under both of its kinds', () => {
  expect(readIcns(writeIcns([{ size: 256, png: Buffer.from('picture') }]))).toEqual([
    ['ic08', 'picture'],
    ['ic13', 'picture'],
  ]);
});

test('a whole icon has every sharp size from 16 to 512', () => {
  const pictures = icnsSizes.map((size) => ({ size, png: Buffer.from(String(size)) }));
  const kinds = readIcns(writeIcns(pictures)).map(([kind]) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['ic11', 'ic12', 'ic13', 'ic14', 'ic10']));
});

test('a size that macOS does not know is refused', () => {
  expect(() => writeIcns([{ size: 48, png: Buffer.of() }])).toThrow('48 pixels');
});
