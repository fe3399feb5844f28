import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectNoViolations } from '../expect-no-violations.ts';
import { cutTexts } from './cut-texts.ts';
import { scenes } from './scenes.ts';

/** Pixels: beside the inspector, at the edge of the sheet, and the narrowest that is usable. */
const widths = [1240, 820, 480];
const pictures = '../../../dist/test-results/gallery';

afterEach(() => {
  delete document.documentElement.dataset.theme;
});

describe.each(['dark', 'light'] as const)('in the %s theme', (theme) => {
  describe.each(widths)('at %i px', (width) => {
    test.each(scenes)('$name is whole, readable and free of axe findings', async ({ name, show }) => {
      await page.viewport(width, 720);
      await show(theme);
      await expect.poll(() => document.documentElement.dataset.theme).toBe(theme);
      // The picture first: news fades while axe looks.
      await document.fonts.ready;
      await page.screenshot({ path: `${pictures}/${name}-${theme}-${width}.png` });
      await expectNoViolations();
      expect(document.documentElement.scrollWidth, 'scrolls sideways').toBeLessThanOrEqual(width);
      expect(cutTexts()).toEqual([]);
    });
  });
});
