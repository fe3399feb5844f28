import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './berth.ts';
import { freePort } from './free-port.ts';

const places = ['Ports', 'Folders', 'Doctor', 'History'];

test('with reduced motion nothing moves, and without it something does', async ({ berth: { page } }) => {
  for (const place of places) {
    await page.getByRole('link', { name: new RegExp(`^${place}`) }).click();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await movingParts(page), place).toEqual([]);
  }
  await page.getByRole('link', { name: 'Settings' }).click();
  expect(await movingParts(page), 'Settings').toEqual([]);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect((await movingParts(page)).length).toBeGreaterThan(0);
});

/** What takes longer than a blink to change or is animated, by its class. */
function movingParts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const lasts = (times: string) => times.split(',').some((time) => Number.parseFloat(time) > 0.01);
    return [...document.querySelectorAll('*')]
      .filter((element) => {
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
        return (animationName !== 'none' && lasts(animationDuration)) || lasts(transitionDuration);
      })
      .map((element) => element.className.toString());
  });
}

test('in forced colours every place can be read, and the row in use is marked', async ({ berth, run }) => {
  const { page } = berth;
  const port = await freePort();
  await run('python3', ['-m', 'http.server', String(port), '--bind', '127.0.0.1']);
  await page.emulateMedia({ forcedColors: 'active' });
  const row = await berth.find(port);
  await expect(row).toHaveAttribute('aria-selected', 'false');
  const before = await marksOf(row);
  await row.click();
  await expect(row).toHaveAttribute('aria-selected', 'true');
  // What the pointer and the focus do to a row is no mark of its choice.
  await page.mouse.move(0, 0);
  await page.getByRole('searchbox').focus();
  expect(await marksOf(row)).not.toEqual(before);
  for (const place of places) {
    await page.getByRole('link', { name: new RegExp(`^${place}`) }).click();
    expect((await new AxeBuilder({ page }).analyze()).violations, place).toEqual([]);
  }
});

/** All that forced colours leave of how a row can be told from others. */
function marksOf(row: Locator) {
  return row.evaluate((element) =>
    [null, '::before', '::after'].map((part) => {
      const { outline, border, backgroundColor, color, boxShadow } = getComputedStyle(element, part);
      return { outline, border, backgroundColor, color, boxShadow };
    }),
  );
}

// 200 % of a window of 1,240 pixels leaves 620 of them, each drawn twice as large.
test('at 200 % nothing is cut off and nothing scrolls sideways', async ({ berth: { page } }) => {
  await page.setViewportSize({ width: 620, height: 360 });
  for (const place of places) {
    await page.getByRole('link', { name: new RegExp(`^${place}`) }).click();
    const { scroll, client } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      client: document.documentElement.clientWidth,
    }));
    expect(scroll, place).toBeLessThanOrEqual(client);
    await expect(page.getByRole('main')).toBeVisible();
  }
});
