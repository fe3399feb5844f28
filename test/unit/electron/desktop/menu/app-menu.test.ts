import { expect, test } from 'vitest';
import { appMenu } from '../../../../../electron/desktop/menu/app-menu.ts';
import type { CommandFacts } from '../../../../../shared/contract/commands.ts';
import type { Platform } from '../../../../../shared/contract/host.ts';

const command = (id: string, change: Partial<CommandFacts> = {}): CommandFacts => ({
  id,
  area: 'port',
  title: `Do ${id}`,
  keys: [],
  enabled: true,
  ...change,
});

const ran: string[] = [];
const hands = {
  runCommand: (id: string) => ran.push(id),
  showWindow: () => undefined,
  quit: () => undefined,
};

const menuOf = (platform: Platform, commands: readonly CommandFacts[]) => appMenu(platform, commands, hands);
const itemsOf = (menu: readonly Electron.MenuItemConstructorOptions[], label: string) =>
  (menu.find((item) => item.label === label)?.submenu ??
    []) as readonly Electron.MenuItemConstructorOptions[];

test('the port’s commands are in a menu of their own, with what the page says of them', () => {
  const port = itemsOf(menuOf('linux', [command('kill', { enabled: false })]), '&Port');
  expect(port).toMatchObject([{ id: 'kill', label: 'Do kill', enabled: false }]);
});

test('choosing one runs it in the page', () => {
  const [item] = itemsOf(menuOf('linux', [command('open')]), '&Port');
  (item as { click: () => void }).click();
  expect(ran).toEqual(['open']);
});

test('commands of the list and of the app are among what is viewed, steps of the keyboard are nowhere', () => {
  const menu = menuOf('linux', [
    command('kill'),
    command('find', { area: 'list' }),
    command('theme', { area: 'app' }),
    command('down', { area: 'move' }),
  ]);
  const ids = itemsOf(menu, '&View').map(({ id }) => id);
  expect(ids.filter((id) => id !== undefined)).toEqual(['find', 'theme']);
  expect(JSON.stringify(menu)).not.toContain('down');
});

test('a key is shown and left to the page', () => {
  const [item] = itemsOf(menuOf('win32', [command('find', { keys: ['Mod+k'] })]), '&Port');
  expect(item).toMatchObject({ accelerator: 'CommandOrControl+K', registerAccelerator: false });
});

test('macOS would take the key from the page, so none is shown', () => {
  const [item] = itemsOf(menuOf('darwin', [command('kill', { keys: ['Delete'] })]), '&Port');
  expect(item).not.toHaveProperty('accelerator');
});

test.each([
  ['darwin', { role: 'appMenu' }],
  ['linux', { label: '&File' }],
  ['win32', { label: '&File' }],
] as const)('on %s the first menu is the one that people know', (platform, first) => {
  expect(menuOf(platform, [])[0]).toMatchObject(first);
});

test.each(['darwin', 'linux', 'win32'] as const)('on %s text can be cut, copied and pasted', (platform) => {
  expect(menuOf(platform, [])).toContainEqual({ role: 'editMenu' });
});

test('without a page there is no empty menu', () => {
  expect(menuOf('linux', []).map(({ label }) => label)).not.toContain('&Port');
});
