import { describe, expect, it } from 'vitest';
import { cutToWidth, displayWidth } from '../../../../electron/cli/display-width.ts';

describe('displayWidth', () => {
  it.each([
    ['node', 4],
    ['café', 4],
    ['cafe\u0301', 4],
    ['日本', 4],
    ['ｆｕｌｌ', 8],
    ['한국', 4],
    ['🚀', 2],
    ['한', 2],
    ['…', 1],
    ['', 0],
  ])('%j takes %i cells', (text, cells) => {
    expect(displayWidth(text)).toBe(cells);
  });
});

describe('cutToWidth', () => {
  it('keeps what fits', () => {
    expect(cutToWidth('node', 4)).toBe('node');
  });

  it('ends with an ellipsis within the width', () => {
    expect(cutToWidth('nodejs', 4)).toBe('nod…');
  });

  it('does not cut a wide character in half', () => {
    expect(cutToWidth('日本語', 4)).toBe('日…');
    expect(cutToWidth('日本語', 5)).toBe('日本…');
  });

  it('keeps an accent with its letter', () => {
    expect(cutToWidth('e\u0301e\u0301e\u0301', 2)).toBe('e\u0301…');
  });
});
