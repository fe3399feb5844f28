import { expect, test } from 'vitest';
import { qrPath } from '../../../../renderer/lib/qr-path.ts';

test('draws the three corners and leaves a quiet border of four modules', () => {
  const { size, path } = qrPath('http://192.168.1.5:62893/');
  const dark = new Set(path.match(/M\d+ \d+/g));
  const side = size - 8;
  expect((side - 17) % 4).toBe(0);
  for (const [x, y] of [
    [4, 4],
    [4 + side - 7, 4],
    [4, 4 + side - 7],
  ] as const) {
    for (let step = 0; step < 7; step += 1) {
      expect(dark).toContain(`M${x + step} ${y}`);
      expect(dark).toContain(`M${x} ${y + step}`);
    }
  }
  for (const module of dark) {
    const [x = 0, y = 0] = module.slice(1).split(' ').map(Number);
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(4);
    expect(Math.max(x, y)).toBeLessThan(size - 4);
  }
});
