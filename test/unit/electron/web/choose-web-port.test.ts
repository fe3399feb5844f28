import { expect, test } from 'vitest';
import { webPortCandidates } from '../../../../electron/web/choose-web-port.ts';

const free = () => false;

test('a wanted port is the only candidate, held or not', () => {
  expect(webPortCandidates(3000, () => true)).toEqual([3000]);
});

test('without a wish 62893 comes first, then those after it, then any', () => {
  const candidates = webPortCandidates(null, free);
  expect(candidates.slice(0, 3)).toEqual([62_893, 62_894, 62_895]);
  expect(candidates.at(-1)).toBe(0);
});

test('a port that is known to be held is not tried', () => {
  expect(webPortCandidates(null, (port) => port < 62_895)[0]).toBe(62_895);
});

test('any port is left when all others are held', () => {
  expect(new Set(webPortCandidates(null, () => true))).toEqual(new Set([0]));
});
