import { expect, test } from 'vitest';
import { acceleratorOf } from '../../../../../electron/desktop/menu/accelerator-of.ts';

test.each([
  [[], null],
  [['Mod+k', '/'], 'CommandOrControl+K'],
  [['Delete'], 'Delete'],
  [['Shift+ArrowDown'], 'Shift+Down'],
  [['Escape'], 'Esc'],
  [['o'], 'O'],
  [['?'], null],
])('%j is shown as %s', (keys, accelerator) => {
  expect(acceleratorOf(keys)).toBe(accelerator);
});
