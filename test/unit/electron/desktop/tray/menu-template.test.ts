import { expect, test } from 'vitest';
import { menuTemplate } from '../../../../../electron/desktop/tray/menu-template.ts';
import type { TrayAction } from '../../../../../electron/desktop/tray/tray-action.ts';

test('a click runs the action of its line, also in a menu below', () => {
  const run: TrayAction[] = [];
  const [top] = menuTemplate(
    [
      {
        type: 'submenu',
        label: '3000',
        items: [{ type: 'action', label: 'Quit', action: { kind: 'quit' } }],
      },
    ],
    (action) => run.push(action),
  );
  const items = top?.submenu as Electron.MenuItemConstructorOptions[];
  const click = items[0]?.click as (() => void) | undefined;
  click?.();
  expect(run).toEqual([{ kind: 'quit' }]);
});

test('a note cannot be chosen', () => {
  expect(menuTemplate([{ type: 'note', label: 'Yours' }], () => undefined)).toEqual([
    { label: 'Yours', enabled: false },
  ]);
});

test('an ampersand in a name is shown as one', () => {
  expect(menuTemplate([{ type: 'note', label: 'R&D' }], () => undefined)[0]?.label).toBe('R&&D');
});
