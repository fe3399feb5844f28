import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { hostileFolder, oddNames } from '../../helpers/hostile-folder.ts';
import { isLinux } from '../../helpers/is-linux.ts';
import { openBrowser } from '../../helpers/open-browser.ts';
import { serveFolder } from '../../helpers/serve-folder.ts';

describe.runIf(isLinux)('The page of a folder', () => {
  test.each(['light', 'dark'] as const)('can be read by everybody, %s', async (colorScheme) => {
    const { root } = await hostileFolder();
    const { port } = await serveFolder({ root });
    const browser = await openBrowser();
    const context = await browser.newContext({ colorScheme, viewport: { width: 480, height: 720 } });
    const page = await context.newPage();
    for (const target of ['/', '/sub/', '/nowhere']) {
      await page.goto(`http://localhost:${port}${target}`);
      const { violations } = await new AxeBuilder({ page: page as never }).analyze();
      expect.soft(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(480);
    }
  });

  test('opens and sorts by keyboard, without a script', async () => {
    const { root } = await hostileFolder();
    const { port } = await serveFolder({ root });
    const page = await (await (await openBrowser()).newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(`http://localhost:${port}/`);
    await page.getByRole('link', { name: 'sub/', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sub/');
    await page.getByRole('link', { name: 'Size' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sub/?sort=size&order=desc');
    expect(await page.getByRole('columnheader', { name: 'Size' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
    await page.getByRole('link', { name: 'Up' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`http://localhost:${port}/`);
  });

  test('opens every odd name from its link and runs none of them', async () => {
    const { root } = await hostileFolder();
    mkdirSync(path.join(root, 'sub/"><img src=x onerror=alert(1)>'));
    writeFileSync(path.join(root, 'sub/"><img src=x onerror=alert(1)>/a'), 'deep');
    // Asked for by the browser for whatever is no page.
    writeFileSync(path.join(root, 'favicon.ico'), '');
    const { port } = await serveFolder({ root });
    const page = await (await openBrowser()).newPage();
    const troubles: string[] = [];
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => troubles.push('dialog')));
    page.on('console', (message) => void troubles.push(message.text()));
    page.on('pageerror', (error) => void troubles.push(error.message));
    await page.goto(`http://localhost:${port}/`);
    const links = await page
      .locator('tbody a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    for (const name of oddNames) {
      const link = links.find((href) => decodeURIComponent(new URL(href).pathname) === `/${name}`);
      expect.soft(await (await fetch(link ?? '')).text(), name).toBe(name);
    }
    await page.goto(`http://localhost:${port}/sub/`);
    await page.getByRole('link', { name: 'onerror' }).click();
    await page.getByRole('link', { name: 'a', exact: true }).click();
    await page.getByText('deep').waitFor();
    expect(troubles).toEqual([]);
  });
});
