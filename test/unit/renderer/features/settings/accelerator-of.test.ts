import { expect, test } from 'vitest';
import {
  acceleratorOf,
  type PressedShortcut,
} from '../../../../../renderer/features/settings/accelerator-of.ts';

const pressed = (change: Partial<PressedShortcut>): PressedShortcut => ({
  key: 'b',
  code: 'KeyB',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...change,
});

test('writes a shortcut as Electron does', () => {
  expect(acceleratorOf(pressed({ ctrlKey: true, shiftKey: true, key: 'B' }))).toEqual({
    accelerator: 'Control+Shift+B',
  });
  expect(acceleratorOf(pressed({ metaKey: true, key: 'ArrowUp', code: 'ArrowUp' }))).toEqual({
    accelerator: 'Command+Up',
  });
  expect(acceleratorOf(pressed({ key: 'F5', code: 'F5' }))).toEqual({ accelerator: 'F5' });
});

test('takes the key where the layout makes another character of it', () => {
  expect(acceleratorOf(pressed({ altKey: true, key: '∫' }))).toEqual({ accelerator: 'Alt+B' });
});

test('waits while only modifiers are held', () => {
  expect(acceleratorOf(pressed({ key: 'Shift', code: 'ShiftLeft', ctrlKey: true, shiftKey: true }))).toEqual({
    pending: 'Control+Shift',
  });
});

test('refuses what would take a letter from every other program', () => {
  expect(acceleratorOf(pressed({}))).toHaveProperty('problem');
  expect(acceleratorOf(pressed({ shiftKey: true, key: 'B' }))).toHaveProperty('problem');
  expect(acceleratorOf(pressed({ ctrlKey: true, key: 'Dead', code: 'BracketLeft' }))).toHaveProperty(
    'problem',
  );
});
