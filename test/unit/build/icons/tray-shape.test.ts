import { expect, test } from 'vitest';
import { trayFiles } from '../../../../build/icons/tray-files.mjs';
import { trayShape, trayStates } from '../../../../build/icons/tray-shape.mjs';

const black = { berth: '#000', sign: '#000' };

test('the states differ without any colour', () => {
  const shapes = trayStates.map((state) => trayShape(state, 16, black));
  expect(new Set(shapes).size).toBe(trayStates.length);
});

test.each([16, 20, 24, 32, 40, 48, 64])('at %i pixels every edge lies on a whole pixel', (size) => {
  for (const state of trayStates) {
    const svg = trayShape(state, size, black);
    const places = [...svg.matchAll(/ (?:x|y|width|height|d)="([^"]*)"/g)].flatMap(
      ([, text = '']) => text.match(/-?\d+(\.\d+)?/g) ?? [],
    );
    expect(places.length).toBeGreaterThan(20);
    expect(places.filter((place) => !Number.isInteger(Number(place)))).toEqual([]);
  }
});

test('the names are those that macOS and Electron look for', () => {
  const targets = trayFiles.map(({ target }) => target);
  const template = targets.filter((name) => name.includes('Template'));
  expect(template).toEqual([
    'trayTemplate.png',
    'trayTemplate@2x.png',
    'tray-warningTemplate.png',
    'tray-warningTemplate@2x.png',
    'tray-pausedTemplate.png',
    'tray-pausedTemplate@2x.png',
  ]);
  const sharp = targets.filter((name) => name.endsWith('@2x.png'));
  expect(sharp.filter((name) => !targets.includes(name.replace('@2x', '')))).toEqual([]);
});
