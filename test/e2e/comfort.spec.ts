import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './berth.ts';
import { freePort } from './free-port.ts';

const places = ['Ports', 'Folders', 'Doctor', 'History'];

test('with reduced motion nothing moves', async ({ berth: { page } }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const place of places) {
    await page.getByRole('link', { name: new RegExp(`^${place}`) }).click();
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 1)
        .map(({ effect }) => String((effect as KeyframeEffect).target?.className)),
    );
    expect(moving, place).toEqual([]);
  }
});

test('in forced colours every place can be read, and the row in use is marked', async ({ berth, run }) => {
  const { page } = berth;
  const port = await freePort();
  await run('python3', ['-m', 'http.server', String(port), '--bind', '127.0.0.1']);
  await page.emulateMedia({ forcedColors: 'active' });
  const row = await berth.find(port);
  await row.click();
  await expect(row).toHaveAttribute('aria-selected', 'true');
  const marks = await row.evaluate((element) => {
    const { outlineStyle, borderStyle, backgroundColor } = getComputedStyle(element);
    const before = getComputedStyle(element, '::before');
    return { outlineStyle, borderStyle, backgroundColor, before: before.backgroundColor };
  });
  const plain = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(Object.values(marks).some((mark) => mark !== 'none' && mark !== plain)).toBe(true);
  for (const place of places) {
    await page.getByRole('link', { name: new RegExp(`^${place}`) }).click();
    expect((await new AxeBuilder({ page }).analyze()).violations, place).toEqual([]);
  }
});

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
