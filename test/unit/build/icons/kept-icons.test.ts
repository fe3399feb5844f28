import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { trayFiles } from '../../../../build/icons/tray-files.mjs';
import { icnsSizes } from '../../../../build/icons/write-icns.mjs';

const icons = path.resolve(import.meta.dirname, '../../../../build/icons');
const read = (file: string) => readFileSync(path.join(icons, file));

interface Png {
  readonly width: number;
  readonly height: number;
  readonly colourType: number;
  readonly data: Buffer;
}

function readPng(bytes: Buffer): Png {
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return { width, height, colourType: bytes.readUInt8(25), data: inflateSync(Buffer.concat(parts)) };
}

/** Red, green, blue, alpha of every pixel. */
function pixels({ width, height, data }: Png): number[][] {
  const rows: Buffer[] = [];
  const stride = width * 4;
  for (let row = 0; row < height; row++) {
    const filter = data[row * (stride + 1)];
    const line = Buffer.from(data.subarray(row * (stride + 1) + 1, (row + 1) * (stride + 1)));
    for (let index = 0; index < stride; index++) {
      const left = line[index - 4] ?? 0;
      const up = rows[row - 1]?.[index] ?? 0;
      const corner = index < 4 ? 0 : (rows[row - 1]?.[index - 4] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      line[index] = ((line[index] ?? 0) + guess) & 255;
    }
    rows.push(line);
  }
  return rows.flatMap((line) =>
    Array.from({ length: width }, (_, x) => [...line.subarray(x * 4, x * 4 + 4)]),
  );
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

describe('the tray', () => {
  test('every file is there, and no other', () => {
    expect(readdirSync(path.join(icons, 'tray')).sort()).toEqual(
      trayFiles.map(({ source }) => source).sort(),
    );
  });

  const pictures = trayFiles.filter(({ source }) => source.endsWith('.png'));
  test.each(pictures)('$source has its size', ({ source, sizes: [size] }) => {
    expect(readPng(read(`tray/${source}`))).toMatchObject({ width: size, height: size, colourType: 6 });
  });

  test.each(pictures.filter(({ kind }) => kind === 'template'))(
    '$source is black on nothing, which macOS colours',
    ({ source }) => {
      const seen = pixels(readPng(read(`tray/${source}`))).filter(([, , , alpha]) => alpha !== 0);
      expect(seen.length).toBeGreaterThan(60);
      expect(seen.filter(([red, green, blue]) => red || green || blue)).toEqual([]);
    },
  );

  test.each(trayFiles.filter(({ source }) => source.endsWith('.ico')))(
    '$source holds all its sizes',
    ({ source, sizes }) => {
      expect(icoSizes(read(`tray/${source}`))).toEqual(sizes);
    },
  );
});

const icoSizes = (ico: Buffer) =>
  Array.from({ length: ico.readUInt16LE(4) }, (_, index) => ico.readUInt8(6 + 16 * index) || 256);

describe('the app', () => {
  test('Linux has every size of its icon theme', () => {
    for (const size of [16, 22, 24, 32, 48, 64, 128, 256, 512]) {
      expect(readPng(read(`linux/${size}x${size}.png`))).toMatchObject({ width: size, height: size });
    }
  });

  test('Windows has a picture of 256 pixels, which its installer asks for', () => {
    expect(icoSizes(read('berth.ico'))).toEqual([16, 20, 24, 32, 40, 48, 64, 256]);
  });

  test('macOS has every size, each a PNG of that size', () => {
    const icns = read('berth.icns');
    const found = new Set<number>();
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      found.add(readPng(icns.subarray(at + 8, at + icns.readUInt32BE(at + 4))).width);
    }
    expect([...found].sort((a, b) => a - b)).toEqual(icnsSizes);
  });
});
