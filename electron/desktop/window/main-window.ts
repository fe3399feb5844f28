import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Clock } from '../../core/lib/clock.ts';
import { startPage } from '../own-page.ts';
import { fitOnScreen } from './fit-on-screen.ts';
import { pageBackground, pagePreferences } from './page-preferences.ts';
import { recoverPage } from './recover-page.ts';
import { WindowMail } from './window-mail.ts';
import type { WindowMemory, WindowPlace } from './window-memory.ts';

export interface MainWindowOptions {
  readonly preload: string;
  readonly memory: WindowMemory;
  readonly clock: Clock;
  readonly warn: (message: string) => void;
  /** Asked when the person closes it: true hides it, for there is another way back to it. */
  readonly hidesOnClose: () => boolean;
  readonly onVisible: (visible: boolean) => void;
  /** It is gone for good. */
  readonly onClosed: () => void;
}

const firstSize = { width: 1180, height: 760 };
/** Milliseconds of rest after which a new place is kept. */
const settleMs = 500;

/** The window with everything in it. Opened when it is first asked for, brought forward after that. */
export class MainWindow {
  readonly mail = new WindowMail();
  readonly #options: MainWindowOptions;
  #window: BrowserWindow | null = null;
  #opening: Promise<void> | null = null;
  #cancelKeep: (() => void) | null = null;
  #kept: Promise<void> = Promise.resolve();

  constructor(options: MainWindowOptions) {
    this.#options = options;
  }

  get window(): BrowserWindow | null {
    return this.#window;
  }

  show(): void {
    if (this.#window) bringForward(this.#window);
    else this.#opening ??= this.#open().finally(() => (this.#opening = null));
  }

  /** Resolves when the place of the window is on disk. */
  async close(): Promise<void> {
    this.#keepPlace();
    await this.#kept;
    this.#window?.destroy();
  }

  async #open(): Promise<void> {
    const { memory, preload, warn, clock, onVisible } = this.#options;
    const place = await memory.read();
    const window = new BrowserWindow({
      title: 'Berth',
      ...fitOnScreen(place?.bounds ?? null, firstSize, workAreas()),
      minWidth: 640,
      minHeight: 420,
      show: false,
      autoHideMenuBar: true,
      backgroundColor: pageBackground(nativeTheme.shouldUseDarkColors),
      webPreferences: pagePreferences(preload),
    });
    this.#window = window;
    if (place?.isMaximized) window.maximize();
    this.#watch(window);
    recoverPage(window, clock, warn);
    window.once('ready-to-show', () => bringForward(window));
    onVisible(true);
    await window
      .loadURL(startPage)
      .catch((error: Error) => warn(`the interface did not load: ${error.message}`));
  }

  #watch(window: BrowserWindow): void {
    const { hidesOnClose, onVisible, onClosed } = this.#options;
    window.on('close', (event) => {
      this.#keepPlace();
      if (!hidesOnClose()) return;
      event.preventDefault();
      window.hide();
    });
    window.on('show', () => onVisible(true));
    window.on('hide', () => onVisible(false));
    window.on('closed', () => {
      this.#window = null;
      onVisible(false);
      onClosed();
    });
    window.on('resize', () => this.#keepSoon());
    window.on('move', () => this.#keepSoon());
  }

  #keepSoon(): void {
    this.#cancelKeep?.();
    this.#cancelKeep = this.#options.clock.after(settleMs, () => this.#keepPlace());
  }

  /** A window that is gone has no place any more, so it is read at once and written after. */
  #keepPlace(): void {
    this.#cancelKeep?.();
    this.#cancelKeep = null;
    const place = this.#window && placeOf(this.#window);
    if (place) this.#kept = this.#options.memory.keep(place);
  }
}

function placeOf(window: BrowserWindow): WindowPlace | null {
  if (window.isDestroyed() || window.isFullScreen()) return null;
  return { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() };
}

function workAreas() {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return [main, ...others].map(({ workArea }) => workArea);
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
