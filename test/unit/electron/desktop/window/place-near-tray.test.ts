import { expect, test } from 'vitest';
import { placeNearTray } from '../../../../../electron/desktop/window/place-near-tray.ts';

const size = { width: 480, height: 600 };

test('below an icon in a bar at the top, centred on it', () => {
  const area = { x: 0, y: 25, width: 1440, height: 875 };
  expect(placeNearTray({ x: 1000, y: 0, width: 24, height: 24 }, size, area)).toEqual({
    x: 772,
    y: 31,
    ...size,
  });
});

test('above an icon in a bar at the bottom, and not over the edge', () => {
  const area = { x: 0, y: 0, width: 1920, height: 1040 };
  expect(placeNearTray({ x: 1880, y: 1050, width: 24, height: 24 }, size, area)).toEqual({
    x: 1440,
    y: 434,
    ...size,
  });
});

test('beside an icon in a bar at the left', () => {
  const area = { x: 60, y: 0, width: 1860, height: 1080 };
  expect(placeNearTray({ x: 10, y: 900, width: 40, height: 40 }, size, area)).toEqual({
    x: 66,
    y: 480,
    ...size,
  });
});

test('beside an icon in a bar at the right', () => {
  const area = { x: 0, y: 0, width: 1860, height: 1080 };
  expect(placeNearTray({ x: 1870, y: 200, width: 40, height: 40 }, size, area)).toEqual({
    x: 1374,
    y: 0,
    ...size,
  });
});

test('on a screen that is smaller than it, all of it is used', () => {
  const area = { x: 0, y: 0, width: 400, height: 300 };
  expect(placeNearTray({ x: 380, y: 290, width: 16, height: 16 }, size, area)).toEqual(area);
});
