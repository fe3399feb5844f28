import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Clock } from '../../core/lib/clock.ts';
import { startPage } from '../own-page.ts';
import type { Rectangle } from './fit-on-screen.ts';
import { pageBackground, pagePreferences } from './page-preferences.ts';
import { placeNearTray } from './place-near-tray.ts';
import { recoverPage } from './recover-page.ts';
import { WindowMail } from './window-mail.ts';

export interface SmallWindowOptions {
  readonly preload: string;
  readonly clock: Clock;
  readonly warn: (message: string) => void;
}

const size = { width: 480, height: 600 };
/** After so many milliseconds out of sight its page is given up, and with it the memory. */
const forgetAfterMs = 5 * 60_000;
/** The click on the icon that takes the window away takes the focus from it first. */
const sameClickMs = 250;

/** The list in a window at the tray icon: a click shows it, a click anywhere else takes it away. */
export class SmallWindow {
  readonly mail = new WindowMail();
  readonly #options: SmallWindowOptions;
  #window: BrowserWindow | null = null;
  #hiddenAt = Number.NEGATIVE_INFINITY;
  #cancelForget: (() => void) | null = null;

  constructor(options: SmallWindowOptions) {
    this.#options = options;
  }

  get window(): BrowserWindow | null {
    return this.#window;
  }

  toggle(iconBounds: Rectangle): void {
    if (this.#options.clock.elapsed() - this.#hiddenAt < sameClickMs) return;
    if (this.#window?.isVisible()) {
      this.hide();
      return;
    }
    this.#cancelForget?.();
    const window = this.#window ?? this.#open();
    const { workArea } = screen.getDisplayMatching(iconBounds);
    window.setBounds(placeNearTray(iconBounds, size, workArea));
    window.show();
  }

  hide(): void {
    this.#window?.hide();
  }

  close(): void {
    this.#cancelForget?.();
    this.#window?.destroy();
  }

  #open(): BrowserWindow {
    const { preload, warn, clock } = this.#options;
    const window = new BrowserWindow({
      ...size,
      title: 'Berth',
      show: false,
      frame: false,
      resizable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      fullscreenable: false,
      backgroundColor: pageBackground(nativeTheme.shouldUseDarkColors),
      webPreferences: pagePreferences(preload),
    });
    this.#window = window;
    window.on('blur', () => window.hide());
    window.on('hide', () => this.#wasHidden());
    window.on('closed', () => {
      this.#window = null;
    });
    recoverPage(window, clock, warn);
    window.loadURL(startPage).catch((error: Error) => warn(`the interface did not load: ${error.message}`));
    return window;
  }

  #wasHidden(): void {
    this.#hiddenAt = this.#options.clock.elapsed();
    this.#cancelForget?.();
    this.#cancelForget = this.#options.clock.after(forgetAfterMs, () => this.#window?.destroy());
  }
}
