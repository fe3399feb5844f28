import { describe, expect, test } from 'vitest';
import { contentType, fileTypeOf } from '../../../../../../electron/core/folders/server/content-type.ts';

const typeOf = (file: string, start: string | Buffer = 'text', isWhole = true) =>
  contentType(fileTypeOf(file), Buffer.from(start), isWhole);

describe('contentType', () => {
  test.each([
    ['a.html', 'text/html; charset=utf-8'],
    ['a.HTML', 'text/html; charset=utf-8'],
    ['a.css', 'text/css; charset=utf-8'],
    ['a.js', 'text/javascript; charset=utf-8'],
    ['a.mjs', 'text/javascript; charset=utf-8'],
    ['a.json', 'application/json; charset=utf-8'],
    ['a.svg', 'image/svg+xml'],
    ['a.wasm', 'application/wasm'],
    ['a.woff2', 'font/woff2'],
    ['a.webp', 'image/webp'],
    ['a.mp4', 'video/mp4'],
    ['a.pdf', 'application/pdf'],
    ['a.md', 'text/markdown; charset=utf-8'],
    ['a.webmanifest', 'application/manifest+json; charset=utf-8'],
  ])('knows %s', (file, type) => {
    expect(typeOf(file)).toBe(type);
  });

  test('says UTF-8 only where it is true', () => {
    expect(typeOf('a.html', Buffer.from('ü', 'latin1'))).toBe('text/html');
    expect(typeOf('a.txt', Buffer.from('\ufeffhi', 'utf16le'))).toBe('text/plain');
    expect(typeOf('a.html', 'ü')).toBe('text/html; charset=utf-8');
  });

  test('does not trip over a character that the look cut off', () => {
    for (const text of ['aü', 'a日', 'a🚢', 'abc']) {
      const bytes = Buffer.from(text);
      for (let end = 1; end <= bytes.length; end++) {
        expect(typeOf('a.txt', bytes.subarray(0, end), false)).toBe('text/plain; charset=utf-8');
      }
    }
    expect(typeOf('a.txt', Buffer.from('aü').subarray(0, 2), true)).toBe('text/plain');
  });

  test('shows a text without extension and gives anything else as bytes', () => {
    expect(typeOf('LICENSE', 'words')).toBe('text/plain; charset=utf-8');
    expect(typeOf('a.unheard-of', 'words')).toBe('text/plain; charset=utf-8');
    expect(typeOf('program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0]))).toBe('application/octet-stream');
    expect(typeOf('data', Buffer.from([0xff, 0xd8]))).toBe('application/octet-stream');
  });
});
