import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumOptions } from '../chromium-options.mjs';
import { inProject } from '../first-run/project.mjs';
import { appShape, smallAppShape } from './app-shape.mjs';
import { trayFiles } from './tray-files.mjs';
import { trayShape } from './tray-shape.mjs';
import { icnsSizes, writeIcns } from './write-icns.mjs';
import { writeIco } from './write-ico.mjs';

/** `npm run icons`: draws every icon of Berth anew, with a real browser. What it makes is kept in the repository. */

const inks = {
  template: { berth: '#000', sign: '#000' },
  'on-light': { berth: '#20292d', sign: '#20292d' },
  'on-dark': { berth: '#fff', sign: '#fff' },
};
const warningSigns = { template: '#000', 'on-light': '#b4530a', 'on-dark': '#ffc24b' };

const linuxSizes = [16, 22, 24, 32, 48, 64, 128, 256, 512];
const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 256];
// Apple's grid leaves a tenth around the tile; elsewhere icons fill their square but for a hair.
const margins = { mac: 100 / 1024, elsewhere: 1 / 64 };

const browser = await chromium.launch({ headless: true, ...chromiumOptions() });
try {
  const page = await browser.newPage();
  await page.setContent('<canvas></canvas>');
  await drawAll(page);
} finally {
  await browser.close();
}

/** @param {import('@playwright/test').Page} page */
async function drawAll(page) {
  const app = (/** @type {number} */ size) =>
    draw(page, size, size <= 40 ? smallAppShape(size) : appShape(size, margins.elsewhere));
  const macApp = (/** @type {number} */ size) => draw(page, size, appShape(size, margins.mac));
  save('berth.icns', writeIcns(await inTurn(icnsSizes, macApp)));
  save('berth.ico', writeIco(await inTurn(windowsSizes, app)));
  for (const size of linuxSizes) {
    save(`linux/${size}x${size}.png`, (await app(size)).png);
  }
  for (const { source, state, kind, sizes } of trayFiles) {
    const ink = { ...inks[kind], ...(state === 'warning' && { sign: warningSigns[kind] }) };
    const pictures = await inTurn(sizes, (size) => draw(page, size, trayShape(state, size, ink)));
    save(`tray/${source}`, source.endsWith('.ico') ? writeIco(pictures) : (pictures[0]?.png ?? Buffer.of()));
  }
}

/** @param {readonly number[]} sizes @param {(size: number) => Promise<import('./write-ico.mjs').Picture>} make */
async function inTurn(sizes, make) {
  const made = [];
  for (const size of sizes) made.push(await make(size));
  return made;
}

/**
 * @param {import('@playwright/test').Page} page @param {number} size @param {string} svg
 * @returns {Promise<import('./write-ico.mjs').Picture>}
 */
async function draw(page, size, svg) {
  const { rgba, png } = await page.evaluate(drawInPage, { svg, size });
  return { size, rgba: Buffer.from(rgba, 'base64'), png: Buffer.from(png, 'base64') };
}

/** Runs in the browser. @param {{ svg: string, size: number }} wanted */
async function drawInPage({ svg, size }) {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(size, size);
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.drawImage(image, 0, 0, size, size);
  const asText = (/** @type {ArrayLike<number>} */ bytes) =>
    btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return {
    rgba: asText(context.getImageData(0, 0, size, size).data),
    png: asText(new Uint8Array(await blob.arrayBuffer())),
  };
}

/** @param {string} name @param {Uint8Array} content */
function save(name, content) {
  const file = inProject('build/icons', name);
  mkdirSync(inProject('build/icons', name, '..'), { recursive: true });
  writeFileSync(file, content);
}
