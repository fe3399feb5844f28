import { expect, test } from 'vitest';
import { writeIco } from '../../../../build/icons/write-ico.mjs';

/** A picture in which every pixel differs from its neighbours. */
function picture(size: number) {
  const rgba = Uint8Array.from({ length: size * size * 4 }, (_, index) => (index * 7 + (index >> 2)) % 256);
  return { size, rgba, png: Buffer.from(`png of ${size}`) };
}

/** The directory of an icon, and the bytes of each of its pictures. */
function readIco(ico: Buffer) {
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1]);
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index;
    const [length, offset] = [ico.readUInt32LE(entry + 8), ico.readUInt32LE(entry + 12)];
    return {
      width: ico.readUInt8(entry) || 256,
      height: ico.readUInt8(entry + 1) || 256,
      bits: ico.readUInt16LE(entry + 6),
      end: offset + length,
      bytes: ico.subarray(offset, offset + length),
    };
  });
}

/** Reads a 32-bit bitmap back: red, green, blue, alpha from the top row down. */
function pixelsOf(bitmap: Buffer, size: number): Uint8Array {
  expect([bitmap.readUInt32LE(0), bitmap.readInt32LE(4), bitmap.readInt32LE(8)]).toEqual([
    40,
    size,
    size * 2,
  ]);
  const rgba = new Uint8Array(size * size * 4);
  for (let index = 0; index < size * size; index++) {
    const row = size - 1 - Math.floor(index / size);
    const at = 40 + (row * size + (index % size)) * 4;
    const [blue = 0, green = 0, red = 0, alpha = 0] = bitmap.subarray(at, at + 4);
    rgba.set([red, green, blue, alpha], index * 4);
  }
  return rgba;
}

test('small pictures come back pixel by pixel', () => {
  const sizes = [16, 20, 48];
  const entries = readIco(writeIco(sizes.map(picture)));
  expect(entries.map(({ width, height, bits }) => [width, height, bits])).toEqual(
    sizes.map((size) => [size, size, 32]),
  );
  for (const [index, size] of sizes.entries()) {
    const { bytes } = entries[index] as (typeof entries)[number];
    expect(pixelsOf(bytes, size)).toEqual(picture(size).rgba);
  }
});

test('the mask of a bitmap has rows of whole four bytes', () => {
  const [entry] = readIco(writeIco([picture(20)]));
  expect(entry?.bytes).toHaveLength(40 + 20 * 20 * 4 + 20 * 4);
});

test('a picture of 256 pixels goes in as it is, its size written as 0', () => {
  const [entry] = readIco(writeIco([picture(256)]));
  expect(entry).toMatchObject({ width: 256, height: 256 });
  expect(entry?.bytes.toString()).toBe('png of 256');
});

test('pictures lie one behind the other up to the end', () => {
  const ico = writeIco([picture(16), picture(256)]);
  expect(readIco(ico).at(-1)?.end).toBe(ico.length);
});
