import { EventEmitter } from 'node:events';
import { refuseUnknownIn } from '../refuse-unknown.ts';
import { app } from './app.ts';
import { HostBrowserWindow } from './browser-window.ts';

export interface MenuItemOptions {
  readonly id?: string;
  readonly label?: string;
  readonly sublabel?: string;
  readonly toolTip?: string;
  readonly accelerator?: string;
  readonly icon?: unknown;
  readonly type?: 'normal' | 'separator' | 'submenu' | 'checkbox' | 'radio';
  readonly role?: string;
  readonly enabled?: boolean;
  readonly visible?: boolean;
  readonly checked?: boolean;
  readonly registerAccelerator?: boolean;
  readonly acceleratorWorksWhenHidden?: boolean;
  readonly submenu?: readonly (MenuItemOptions | HostMenuItem)[] | HostMenu;
  readonly click?: (item: HostMenuItem, window: HostBrowserWindow | undefined, event: object) => void;
}

/** What Electron itself does for an item with a role. */
const roles: Readonly<Record<string, () => void>> = {
  quit: () => app.quit(),
  close: () => HostBrowserWindow.getFocusedWindow()?.close(),
  minimize: () => HostBrowserWindow.getFocusedWindow()?.minimize(),
  reload: () => HostBrowserWindow.getFocusedWindow()?.reload(),
};

export class HostMenuItem {
  readonly id: string | undefined;
  readonly type: NonNullable<MenuItemOptions['type']>;
  readonly role: string | undefined;
  readonly submenu: HostMenu | undefined;
  readonly accelerator: string | undefined;
  label: string;
  sublabel: string;
  toolTip: string;
  icon: unknown;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  menu: HostMenu | null = null;
  readonly #onClick: MenuItemOptions['click'];

  constructor(options: MenuItemOptions) {
    if (!options.label && !options.role && !options.submenu && options.type !== 'separator') {
      throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type');
    }
    const { submenu } = options;
    this.submenu = submenu && !(submenu instanceof HostMenu) ? HostMenu.buildFromTemplate(submenu) : submenu;
    this.id = options.id;
    this.type = options.type ?? (submenu ? 'submenu' : 'normal');
    this.role = options.role?.toLowerCase();
    this.accelerator = options.accelerator;
    this.label = options.label ?? options.role ?? '';
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.icon = options.icon ?? null;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.#onClick = options.click;
  }

  click(event: object = {}): void {
    if (!this.enabled || this.type === 'separator') return;
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.type === 'radio') {
      for (const item of this.menu?.items ?? []) if (item.type === 'radio') item.checked = item === this;
    }
    const ofRole = this.role ? roles[this.role] : undefined;
    if (ofRole) ofRole();
    else this.#onClick?.(this, HostBrowserWindow.getFocusedWindow() ?? undefined, event);
  }
}
refuseUnknownIn('MenuItem', HostMenuItem);

let applicationMenu: HostMenu | null = null;

export class HostMenu extends EventEmitter {
  readonly items: HostMenuItem[] = [];

  static buildFromTemplate(template: readonly (MenuItemOptions | HostMenuItem)[]): HostMenu {
    if (!Array.isArray(template))
      throw new TypeError('Invalid template for Menu: Menu template must be an array');
    const menu = new HostMenu();
    for (const entry of template)
      menu.append(entry instanceof HostMenuItem ? entry : new HostMenuItem(entry));
    return menu;
  }

  static setApplicationMenu(menu: HostMenu | null): void {
    applicationMenu = menu;
  }

  static getApplicationMenu(): HostMenu | null {
    return applicationMenu;
  }

  append(item: HostMenuItem): void {
    this.insert(this.items.length, item);
  }

  insert(position: number, item: HostMenuItem): void {
    item.menu = this;
    this.items.splice(position, 0, item);
  }

  getMenuItemById(id: string): HostMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  popup(): void {
    this.emit('menu-will-show');
  }

  closePopup(): void {
    this.emit('menu-will-close');
  }
}
refuseUnknownIn('Menu', HostMenu);
