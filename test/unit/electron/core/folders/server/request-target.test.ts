import { describe, expect, test } from 'vitest';
import { readTarget, toPath } from '../../../../../../electron/core/folders/server/request-target.ts';

const read = (target: string, platform: 'linux' | 'win32' = 'linux') => readTarget(target, platform);

describe('readTarget', () => {
  test('splits a path into decoded names', () => {
    expect(read('/a%20b/%C3%BC.txt')).toMatchObject({
      segments: ['a b', 'ü.txt'],
      hasSlash: false,
      query: '',
    });
  });

  test('decodes each name once', () => {
    expect(read('/%252e%252e/a%2520b')).toMatchObject({ segments: ['%2e%2e', 'a%20b'] });
  });

  test('tells a folder by its slash', () => {
    expect(read('/a/')).toMatchObject({ segments: ['a'], hasSlash: true });
    expect(read('/')).toMatchObject({ segments: [], hasSlash: true });
  });

  test('keeps the query apart, without a fragment', () => {
    expect(read('/a?b=/../c#d')).toMatchObject({ segments: ['a'], query: '?b=/../c' });
    expect(read('/a#b?c')).toMatchObject({ segments: ['a'], query: '' });
    expect(read('/?x')).toMatchObject({ segments: [], query: '?x' });
  });

  test.each([
    '/..',
    '/.',
    '/a/../b',
    '/%2e%2e/b',
    '/a%2fb',
    '/a%00b',
    '//',
    '//a',
    '/a//b',
    '/%zz',
    '/%c0%ae',
    '',
    'a',
    '*',
    'http://localhost/',
    '?a',
  ])('refuses %s', (target) => {
    expect(read(target)).toMatchObject({ kind: 'refusal', status: 400, isAbsent: false });
  });

  test('refuses a path that no file can have', () => {
    expect(read(`/${'a'.repeat(4096)}`)).toMatchObject({ status: 414 });
    expect(read(`/${'a'.repeat(4095)}?${'b'.repeat(9000)}`)).toMatchObject({ kind: 'target' });
  });

  test('holds a backslash for a part of the name, except on Windows', () => {
    expect(read('/..%5csecret.txt')).toMatchObject({ segments: ['..\\secret.txt'] });
    expect(read('/..%5csecret.txt', 'win32')).toMatchObject({ status: 404, isAbsent: false });
  });

  test.each([
    '/a.txt::$DATA',
    '/.env.',
    '/.env%20',
    '/CON',
    '/sub/aux.txt',
    '/C:/Windows/win.ini',
    '/%5c%5cserver%5cshare%5cx',
    '/..\\..\\x',
  ])('keeps %s from Windows', (target) => {
    expect(read(target, 'win32')).toMatchObject({ kind: 'refusal', status: 404, isAbsent: false });
  });

  test('refuses a path to another computer of the network', () => {
    expect(read('//server/share/x', 'win32')).toMatchObject({ kind: 'refusal' });
  });
});

describe('toPath', () => {
  test('writes what readTarget reads', () => {
    const segments = ['a b', 'ü#?.txt', '\\evil', '%2e'];
    expect(readTarget(toPath(segments, false), 'linux')).toMatchObject({ segments, hasSlash: false });
    expect(toPath(segments, true)).toBe('/a%20b/%C3%BC%23%3F.txt/%5Cevil/%252e/');
    expect(toPath([], true)).toBe('/');
  });
});
