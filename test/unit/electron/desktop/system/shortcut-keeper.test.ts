import { beforeEach, expect, test } from 'vitest';
import { ShortcutKeeper } from '../../../../../electron/desktop/system/shortcut-keeper.ts';

let held: Set<string>;
let taken: Set<string>;
let refusals: string[];
let keeper: ShortcutKeeper;

beforeEach(() => {
  held = new Set();
  taken = new Set();
  refusals = [];
  const registry = {
    register(accelerator: string) {
      if (accelerator === 'nonsense') throw new TypeError('conversion failure');
      if (taken.has(accelerator)) return false;
      held.add(accelerator);
      return true;
    },
    unregister: (accelerator: string) => void held.delete(accelerator),
  };
  keeper = new ShortcutKeeper({
    registry,
    pressed: () => undefined,
    refused: (sentence) => refusals.push(sentence),
  });
});

test('none is held until one is chosen', () => {
  keeper.choose(null);
  expect(held.size).toBe(0);
});

test('a new one takes the place of the one before', () => {
  keeper.choose('Control+Shift+B');
  keeper.choose('Control+Shift+P');
  expect([...held]).toEqual(['Control+Shift+P']);
});

test('it tells when another program has it, once, and holds nothing', () => {
  taken.add('Control+Shift+B');
  keeper.choose('Control+Shift+B');
  keeper.choose('Control+Shift+B');
  expect(refusals).toEqual([
    'Control+Shift+B is taken by another program or refused by the system. Choose another one.',
  ]);
  expect(held.size).toBe(0);
});

test('it gives up the one before even when the new one is taken', () => {
  taken.add('Control+Shift+P');
  keeper.choose('Control+Shift+B');
  keeper.choose('Control+Shift+P');
  expect(held.size).toBe(0);
});

test('it tells when it is no shortcut at all', () => {
  keeper.choose('nonsense');
  expect(refusals).toEqual(['nonsense is not a shortcut that this system knows. Choose another one.']);
});

test('choosing none gives it up', () => {
  keeper.choose('Control+Shift+B');
  keeper.choose(null);
  expect(held.size).toBe(0);
});

test('nothing is held after the end', () => {
  keeper.choose('Control+Shift+B');
  keeper.release();
  expect(held.size).toBe(0);
});
