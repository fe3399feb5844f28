import { type Browser, chromium } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { chromiumOptions } from '../../build/chromium-options.mjs';

/** A real browser that goes with the running test. */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch(chromiumOptions());
  onTestFinished(() => browser.close());
  return browser;
}
