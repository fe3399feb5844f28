import type { MenuItemConstructorOptions } from 'electron';
import type { TrayAction, TrayItem } from './tray-action.ts';

/** The model as Electron wants it. */
export function menuTemplate(
  items: readonly TrayItem[],
  run: (action: TrayAction) => void,
): MenuItemConstructorOptions[] {
  return items.map((item) => itemTemplate(item, run));
}

function itemTemplate(item: TrayItem, run: (action: TrayAction) => void): MenuItemConstructorOptions {
  switch (item.type) {
    case 'separator':
      return { type: 'separator' };
    case 'note':
      return { label: plain(item.label), enabled: false };
    case 'action':
      return { label: plain(item.label), click: () => run(item.action) };
    case 'submenu':
      return { label: plain(item.label), submenu: menuTemplate(item.items, run) };
  }
}

/** A single ampersand marks the letter to press, on every platform. */
function plain(label: string): string {
  return label.replaceAll('&', '&&');
}
