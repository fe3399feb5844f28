import { statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  allowsRange,
  isFresh,
  validatorsOf,
} from '../../../../../../electron/core/folders/server/validators.ts';
import { temporaryFolder } from '../../../../../helpers/temporary-folder.ts';

async function statsOf(content: string, seconds: number) {
  const file = path.join(await temporaryFolder(), 'a');
  writeFileSync(file, content);
  utimesSync(file, seconds, seconds);
  return statSync(file);
}

describe('validatorsOf', () => {
  test('tells sizes, times and variants apart', async () => {
    const etags = [
      validatorsOf(await statsOf('a', 1e9)),
      validatorsOf(await statsOf('ab', 1e9)),
      validatorsOf(await statsOf('a', 1e9 + 0.0005)),
      validatorsOf(await statsOf('a', 1e9), '-x'),
    ].map(({ etag }) => etag);
    expect(new Set(etags).size).toBe(4);
    for (const etag of etags) expect(etag).toMatch(/^W\/"[\w-]+"$/);
  });
});

describe('isFresh', () => {
  test('compares tags weakly, in a list, or takes any', async () => {
    const validators = validatorsOf(await statsOf('a', 1e9));
    const strong = validators.etag.slice(2);
    for (const tags of [validators.etag, strong, `"x", ${validators.etag}`, '*', ` ${strong} `]) {
      expect(isFresh({ 'if-none-match': tags }, validators)).toBe(true);
    }
    expect(isFresh({ 'if-none-match': '"x"' }, validators)).toBe(false);
    expect(isFresh({}, validators)).toBe(false);
  });

  test('goes by the date only without a tag', async () => {
    const validators = validatorsOf(await statsOf('a', 1e9));
    const { lastModified } = validators;
    const later = new Date(1e12 + 5000).toUTCString();
    const earlier = new Date(1e12 - 5000).toUTCString();
    expect(isFresh({ 'if-modified-since': lastModified }, validators)).toBe(true);
    expect(isFresh({ 'if-modified-since': later }, validators)).toBe(true);
    expect(isFresh({ 'if-modified-since': earlier }, validators)).toBe(false);
    expect(isFresh({ 'if-modified-since': 'nonsense' }, validators)).toBe(false);
    expect(isFresh({ 'if-modified-since': later, 'if-none-match': '"x"' }, validators)).toBe(false);
  });
});

describe('allowsRange', () => {
  test('takes exactly the date of a file that has been at rest, and no weak tag', async () => {
    const stats = await statsOf('a', 1e9);
    const { etag, lastModified } = validatorsOf(stats);
    expect(allowsRange(undefined, stats, 1e12)).toBe(true);
    expect(allowsRange(lastModified, stats, 1e12 + 2000)).toBe(true);
    expect(allowsRange(lastModified, stats, 1e12 + 500)).toBe(false);
    expect(allowsRange(new Date(1e12 + 1000).toUTCString(), stats, 2e12)).toBe(false);
    expect(allowsRange(etag, stats, 2e12)).toBe(false);
  });
});
