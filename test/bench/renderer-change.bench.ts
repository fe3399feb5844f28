import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type * as Vite from 'vite';
import { chromiumOptions } from '../../build/chromium-options.mjs';
import { percentile } from './measure.ts';
import type { Measured } from './renderer-change/page.tsx';

/**
 * What one change among 10,000 rows costs the interface: the size of its message, and the time in a real Chromium from
 * the message to the page laid out anew. The interface is built as for a release.
 */
const rows = 10_000;
const rounds = 60;
/** Milliseconds of a frame at 60 a second: a change must fit in one. */
const target = 16;

const pageFolder = path.resolve('test/bench/renderer-change');
const builtFolder = path.resolve('dist/bench/renderer-change');
const origin = 'http://localhost';

async function main(): Promise<void> {
  await buildPage();
  const browser = await chromium.launch(chromiumOptions());
  try {
    const page = await browser.newPage({ viewport: { width: 1240, height: 720 } });
    await page.route(`${origin}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      const file = pathname === '/' ? 'index.html' : pathname.slice(1);
      const body = await readFile(path.join(builtFolder, file));
      await route.fulfill({
        body,
        contentType: contentTypes[path.extname(file)] ?? 'application/octet-stream',
      });
    });
    await page.goto(`${origin}/`);
    print(await page.evaluate(([count, times]) => window.measure(count, times), [rows, rounds] as const));
  } finally {
    await browser.close();
  }
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

async function buildPage(): Promise<void> {
  // The bundler of this benchmark must not take in the bundler itself.
  const name = 'vite';
  const { build } = (await import(/* @vite-ignore */ name)) as typeof Vite;
  await build({
    configFile: false,
    root: pageFolder,
    base: './',
    logLevel: 'error',
    build: { outDir: builtFolder, emptyOutDir: true },
  });
}

function print(measured: readonly Measured[]): void {
  const snapshot = measured[0] ? percentile(measured[0].times, 0.5) : Number.NaN;
  console.log(
    `${rows.toLocaleString('en')} rows, ${rounds} rounds; milliseconds to apply, draw and lay out\n`,
  );
  console.log(
    `${'scene'.padEnd(38)}${'bytes'.padStart(10)}${'median'.padStart(9)}${'p90'.padStart(8)}  of snapshot`,
  );
  for (const { scene, bytes, times } of measured) {
    const median = percentile(times, 0.5);
    const late = percentile(times, 0.9);
    const verdict = scene !== 'whole snapshot' && median > target ? '  MISSED' : '';
    console.log(
      scene.padEnd(38) +
        bytes.toLocaleString('en').padStart(10) +
        median.toFixed(1).padStart(9) +
        late.toFixed(1).padStart(8) +
        `  ${(median / snapshot).toFixed(3)}${verdict}`,
    );
  }
  console.log(
    `\nTarget: a median of at most ${target} ms for a change. Bytes are those of the payload as JSON.`,
  );
}

await main();
