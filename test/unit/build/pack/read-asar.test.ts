import { expect, test } from 'vitest';
import { readAsar } from '../../../../build/pack/read-asar.mjs';

/** An archive with this header and these bytes behind it. */
function archive(header: object, content: string): Buffer {
  const json = Buffer.from(JSON.stringify(header));
  const padded = Buffer.concat([json, Buffer.alloc((4 - (json.length % 4)) % 4)]);
  const sizes = Buffer.alloc(16);
  sizes.writeUInt32LE(4, 0);
  sizes.writeUInt32LE(8 + padded.length, 4);
  sizes.writeUInt32LE(4 + padded.length, 8);
  sizes.writeUInt32LE(json.length, 12);
  return Buffer.concat([sizes, padded, Buffer.from(content)]);
}

test('files come with their whole path and their own bytes', () => {
  const files = readAsar(
    archive(
      {
        files: {
          'a.txt': { offset: '0', size: 3 },
          inner: { files: { 'ü.txt': { offset: '3', size: 2 }, empty: { offset: '5', size: 0 } } },
        },
      },
      'onetwo',
    ),
  );
  const texts = [...files].map(([name, content]) => [name, content.toString()]);
  expect(texts).toEqual([
    ['a.txt', 'one'],
    ['inner/ü.txt', 'tw'],
    ['inner/empty', ''],
  ]);
});

test.each(['..', '.', '', 'a/b', 'a\\b'])('a file of the name %j is refused', (name) => {
  expect(() => readAsar(archive({ files: { [name]: { offset: '0', size: 0 } } }, ''))).toThrow('of the name');
});

test.each([
  ['is cut off', { offset: '0', size: 4 }],
  ['does not lie in the archive', { size: 3, unpacked: true }],
])('a file that %s is refused', (message, file) => {
  expect(() => readAsar(archive({ files: { f: file } }, 'abc'))).toThrow(message);
});
