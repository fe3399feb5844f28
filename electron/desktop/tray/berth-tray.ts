import path from 'node:path';
import { Menu, nativeTheme, Tray } from 'electron';
import type { Platform } from '../../../shared/contract/host.ts';
import type { Clock } from '../../core/lib/clock.ts';
import { barIsDark } from './bar-is-dark.ts';
import { busyPorts } from './busy-ports.ts';
import { menuTemplate } from './menu-template.ts';
import { RateLimit } from './rate-limit.ts';
import type { TrayAction, TrayItem } from './tray-action.ts';
import { type TrayState, trayFace } from './tray-face.ts';
import type { TrayFacts } from './tray-facts.ts';
import { trayIconFile } from './tray-icon-file.ts';
import { trayMenu } from './tray-menu.ts';

export interface BerthTrayOptions {
  readonly platform: Platform;
  readonly iconFolder: string;
  readonly clock: Clock;
  readonly facts: () => TrayFacts;
  readonly run: (action: TrayAction) => void;
  /** Left click, where the platform tells it from a wish for the menu. */
  readonly onClick: (iconBounds: Electron.Rectangle) => void;
  readonly onDropFiles: (paths: readonly string[]) => void;
}

/** Milliseconds between two looks at what has changed. */
const gapMs = 1000;

/** The icon in the bar of the system. Only what changed is given to the system. */
export class BerthTray {
  readonly #options: BerthTrayOptions;
  readonly #tray: Tray;
  readonly #limit: RateLimit;
  #shownFace = '';
  #shownMenu = '';
  #shownIcon: string;

  constructor(options: BerthTrayOptions) {
    this.#options = options;
    this.#shownIcon = this.#iconOf('normal');
    this.#tray = new Tray(this.#shownIcon);
    this.#limit = new RateLimit(options.clock, gapMs, () => this.#show());
    this.#listen();
    nativeTheme.on('updated', this.#themeChanged);
    this.#show();
  }

  /** Something may look different now. */
  changed(): void {
    this.#limit.wish();
  }

  close(): void {
    this.#limit.stop();
    nativeTheme.off('updated', this.#themeChanged);
    this.#tray.destroy();
  }

  #listen(): void {
    const { platform, run, onClick, onDropFiles } = this.#options;
    if (platform === 'linux') {
      // Which click this is, the desktop decides, and nobody tells where the icon is.
      this.#tray.on('click', () => run({ kind: 'show-window' }));
      return;
    }
    // A menu that is set opens on the left button too (macOS), so it is put together when it is asked for.
    this.#tray.on('click', ({ ctrlKey }, bounds) => (ctrlKey ? this.#popUp() : onClick(bounds)));
    this.#tray.on('right-click', () => this.#popUp());
    if (platform === 'darwin') this.#tray.on('drop-files', (_event, paths) => onDropFiles(paths));
  }

  readonly #themeChanged = () => {
    this.#shownFace = '';
    this.changed();
  };

  #show(): void {
    const facts = this.#options.facts();
    const ports = busyPorts(facts.snapshot);
    this.#showFace(facts, ports);
    if (this.#options.platform === 'linux') this.#setMenu(trayMenu(facts, ports));
  }

  #showFace(...[facts, ports]: Parameters<typeof trayFace>): void {
    const face = trayFace(facts, ports);
    const text = JSON.stringify(face);
    if (text === this.#shownFace) return;
    this.#shownFace = text;
    this.#setIcon(this.#iconOf(face.state));
    this.#tray.setToolTip(face.tooltip);
    if (this.#options.platform === 'darwin') this.#tray.setTitle(face.count);
  }

  #setIcon(file: string): void {
    if (file === this.#shownIcon) return;
    this.#shownIcon = file;
    this.#tray.setImage(file);
  }

  /** A StatusNotifierItem shows what was set, not what became of it, and a new menu closes an open one. */
  #setMenu(items: readonly TrayItem[]): void {
    const text = JSON.stringify(items);
    if (text === this.#shownMenu) return;
    this.#shownMenu = text;
    this.#tray.setContextMenu(this.#build(items));
  }

  #popUp(): void {
    const facts = this.#options.facts();
    this.#tray.popUpContextMenu(this.#build(trayMenu(facts, busyPorts(facts.snapshot))));
  }

  #build(items: readonly TrayItem[]): Menu {
    return Menu.buildFromTemplate(menuTemplate(items, this.#options.run));
  }

  #iconOf(state: TrayState): string {
    const { platform, iconFolder } = this.#options;
    const dark = barIsDark({
      platform,
      desktop: process.env.XDG_CURRENT_DESKTOP ?? '',
      systemIsDark: nativeTheme.shouldUseDarkColorsForSystemIntegratedUI,
      programIsDark: nativeTheme.shouldUseDarkColors,
    });
    return path.join(iconFolder, trayIconFile(platform, state, dark));
  }
}
