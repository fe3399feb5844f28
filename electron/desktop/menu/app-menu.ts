import type { MenuItemConstructorOptions } from 'electron';
import type { CommandFacts } from '../../../shared/contract/commands.ts';
import type { Platform } from '../../../shared/contract/host.ts';
import { acceleratorOf } from './accelerator-of.ts';

export interface MenuHands {
  readonly runCommand: (id: string) => void;
  readonly showWindow: () => void;
  readonly quit: () => void;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/**
 * The menu of the window, or of the screen on macOS. What can be done there is what the page says it can do; steps of the
 * keyboard are left out.
 */
export function appMenu(
  platform: Platform,
  commands: readonly CommandFacts[],
  hands: MenuHands,
): MenuItemConstructorOptions[] {
  const of = (area: CommandFacts['area']) =>
    commands
      .filter((command) => command.area === area)
      .map((command) => commandItem(platform, command, hands));
  const app = of('app');
  return [
    platform === 'darwin' ? { role: 'appMenu' } : fileMenu(hands),
    { role: 'editMenu' },
    ...(commands.length > 0 ? [{ label: '&Port', submenu: of('port') }] : []),
    { label: '&View', submenu: [...withLineAfter(of('list')), ...withLineAfter(app), ...zoomItems()] },
    ...(platform === 'darwin' ? [macWindowMenu(hands)] : []),
  ];
}

function commandItem(
  platform: Platform,
  { id, title, keys, enabled }: CommandFacts,
  { runCommand }: MenuHands,
): MenuItemConstructorOptions {
  const accelerator = acceleratorOf(keys);
  return {
    id,
    label: title.replaceAll('&', '&&'),
    enabled,
    click: () => runCommand(id),
    // The page listens to the keys itself; the menu only shows them. macOS cannot show without listening.
    ...(accelerator && platform !== 'darwin' ? { accelerator, registerAccelerator: false } : {}),
  };
}

function fileMenu({ showWindow, quit }: MenuHands): MenuItemConstructorOptions {
  return {
    label: '&File',
    submenu: [
      { label: 'Open Berth', click: showWindow },
      { role: 'close' },
      separator,
      { label: 'Quit', accelerator: 'CommandOrControl+Q', click: quit },
    ],
  };
}

function macWindowMenu({ showWindow }: MenuHands): MenuItemConstructorOptions {
  return {
    role: 'window',
    submenu: [
      { role: 'minimize' },
      { role: 'close' },
      separator,
      { label: 'Berth', accelerator: 'CommandOrControl+0', click: showWindow },
    ],
  };
}

function zoomItems(): MenuItemConstructorOptions[] {
  return [{ role: 'zoomIn' }, { role: 'zoomOut' }, separator, { role: 'togglefullscreen' }];
}

function withLineAfter(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.length > 0 ? [...items, separator] : [];
}
