import { expect, test } from 'vitest';
import { allCommands } from '../../../../renderer/commands/all-commands.ts';
import { type FocusPlace, matchKey } from '../../../../renderer/commands/match-key.ts';

function press(
  key: string,
  place: FocusPlace = 'elsewhere',
  held: 'ctrl' | 'meta' | 'shift' | 'alt' | null = null,
) {
  const pressed = {
    key,
    ctrlKey: held === 'ctrl',
    metaKey: held === 'meta',
    shiftKey: held === 'shift',
    altKey: held === 'alt',
  };
  return matchKey(allCommands, pressed, place)?.id ?? null;
}

test.each([
  ['/', 'focus-search'],
  ['j', 'select-next'],
  ['ArrowUp', 'select-previous'],
  ['Enter', 'inspect-port'],
  ['o', 'open-port'],
  ['c', 'copy-address'],
  ['Delete', 'kill-port'],
  ['r', 'restart-port'],
  ['u', 'undo-kill'],
  ['w', 'kill-wait'],
  ['Escape', 'back-out'],
  ['?', 'show-keys'],
])('%s means %s', (key, id) => expect(press(key)).toBe(id));

test('letters belong to the text of a search, and Del deletes a character', () => {
  for (const key of ['j', 'o', 'c', '/', '?', 'Delete', 'Home']) expect(press(key, 'searching')).toBeNull();
  for (const key of ['ArrowDown', 'Enter', 'Escape']) expect(press(key, 'searching')).not.toBeNull();
});

test('every key belongs to any other field', () => {
  for (const key of ['j', 'ArrowDown', 'Enter', 'Escape', 'Delete']) expect(press(key, 'typing')).toBeNull();
});

test('Ctrl and Cmd with K find from everywhere', () => {
  expect(press('k', 'typing', 'ctrl')).toBe('open-palette');
  expect(press('K', 'control', 'meta')).toBe('open-palette');
});

test('Ctrl with C copies what is selected in the page, not the address', () => {
  expect(press('c', 'elsewhere', 'ctrl')).toBeNull();
});

test('Enter on a button presses the button', () => {
  expect(press('Enter', 'control')).toBeNull();
});

test('no key means two commands and no id is there twice', () => {
  const keys = allCommands.flatMap((command) => command.keys);
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(allCommands.map(({ id }) => id)).size).toBe(allCommands.length);
});

test('Ctrl+A picks every port, and in a field it is about the text', () => {
  expect(press('a', 'elsewhere', 'ctrl')).toBe('pick-all');
  expect(press('a', 'searching', 'ctrl')).toBeNull();
  expect(press('a', 'typing', 'meta')).toBeNull();
});
