import { Menu } from 'electron';
import type { CommandFacts } from '../../../shared/contract/commands.ts';
import type { Platform } from '../../../shared/contract/host.ts';
import { appMenu, type MenuHands } from './app-menu.ts';

/** Keeps the menu of the app in step with what the page offers. Most changes only turn a line on or off. */
export class WindowMenu {
  readonly #platform: Platform;
  readonly #hands: MenuHands;
  #menu: Menu | null = null;
  #shape = '';

  constructor(platform: Platform, hands: MenuHands) {
    this.#platform = platform;
    this.#hands = hands;
    this.offer([]);
  }

  offer(commands: readonly CommandFacts[]): void {
    const shape = JSON.stringify(commands.map(({ enabled: _enabled, ...command }) => command));
    if (this.#menu && shape === this.#shape) {
      for (const { id, enabled } of commands) this.#setEnabled(id, enabled);
      return;
    }
    this.#shape = shape;
    this.#menu = Menu.buildFromTemplate(appMenu(this.#platform, commands, this.#hands));
    Menu.setApplicationMenu(this.#menu);
  }

  #setEnabled(id: string, enabled: boolean): void {
    const item = this.#menu?.getMenuItemById(id);
    if (item) item.enabled = enabled;
  }
}
