import { expect, test } from 'vitest';
import { fitOnScreen, type Rectangle } from '../../../../../electron/desktop/window/fit-on-screen.ts';

const main = { x: 0, y: 25, width: 1440, height: 875 };
const right = { x: 1440, y: 0, width: 1920, height: 1080 };
const size = { width: 1180, height: 760 };

const at = (x: number, y: number, width = 800, height = 600): Rectangle => ({ x, y, width, height });

test('the first time it stands in the middle of the main screen', () => {
  expect(fitOnScreen(null, size, [main, right])).toEqual({ x: 130, y: 83, width: 1180, height: 760 });
});

test('it comes back where it stood, also on the second screen', () => {
  expect(fitOnScreen(at(1700, 100), size, [main, right])).toEqual(at(1700, 100));
});

test('it comes to the main screen when its own is gone', () => {
  expect(fitOnScreen(at(1700, 100), size, [main])).toEqual(at(320, 163));
});

test.each([
  ['out to the right', at(1400, 100), at(320, 163)],
  ['a little over the edge', at(900, 100), at(640, 100)],
  ['with its title bar above the screen', at(100, -200), at(320, 163)],
  ['with its title bar below the screen', at(100, 890), at(320, 163)],
  ['out to the left by half', at(-400, 100), at(0, 100)],
])('one that stood %s can be grasped again', (_how, stood, stands) => {
  expect(fitOnScreen(stood, size, [main])).toEqual(stands);
});

test('one that is larger than the screen now is made to fit', () => {
  expect(fitOnScreen(at(0, 25, 2500, 1400), size, [main])).toEqual(main);
});

test('a small screen makes the first window small', () => {
  expect(fitOnScreen(null, size, [{ x: 0, y: 0, width: 800, height: 500 }])).toEqual({
    x: 0,
    y: 0,
    width: 800,
    height: 500,
  });
});

test('without any screen the size at least is kept', () => {
  expect(fitOnScreen(at(50, 50), size, [])).toEqual(at(0, 0));
});
