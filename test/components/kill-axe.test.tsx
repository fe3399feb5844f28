import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectNoViolations } from './expect-no-violations.ts';
import { killScenes } from './kill-scenes.tsx';

describe.each(['dark', 'light'] as const)('in the %s theme', (theme) => {
  describe.each([1240, 480])('at %i px', (width) => {
    test.each(Object.entries(killScenes))('%s has no accessibility violations', async (_name, show) => {
      await page.viewport(width, 720);
      await show(theme);
      await expectNoViolations();
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    });
  });
});
