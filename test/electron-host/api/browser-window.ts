import { EventEmitter } from 'node:events';
import { runningChromium } from '../host.ts';
import { refuseUnknownIn } from '../refuse-unknown.ts';
import { app, tellWindowGone } from './app.ts';
import { openWindows } from './open-windows.ts';
import { preventableEvent } from './preventable-event.ts';
import { destroyContents, HostWebContents, pageReady } from './web-contents.ts';
import { readWindowOptions, type WindowOptions } from './window-options.ts';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

let focused: HostBrowserWindow | null = null;
let nextId = 1;

export class HostBrowserWindow extends EventEmitter {
  readonly id = nextId++;
  readonly webContents: HostWebContents;
  readonly #minimum: readonly [number, number];
  #bounds: Bounds;
  #title: string;
  #isVisible: boolean;
  #isMinimized = false;
  #isMaximized = false;
  #isFullScreen = false;
  #isDestroyed = false;
  #wasLoaded = false;

  static getAllWindows(): HostBrowserWindow[] {
    return [...openWindows.values()] as HostBrowserWindow[];
  }

  static getFocusedWindow(): HostBrowserWindow | null {
    return focused;
  }

  static fromWebContents(contents: HostWebContents | undefined): HostBrowserWindow | null {
    return HostBrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null;
  }

  constructor(asked: WindowOptions = {}) {
    super();
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    const options = readWindowOptions(asked);
    this.#title = options.title ?? app.getName();
    this.#minimum = [options.minWidth ?? 0, options.minHeight ?? 0];
    this.#bounds = {
      x: options.x ?? 0,
      y: options.y ?? 0,
      width: options.width ?? 800,
      height: options.height ?? 600,
    };
    this.#isVisible = options.show !== false;
    this.webContents = new HostWebContents(options.webPreferences ?? {});
    openWindows.set(this.id, this);
    this.#follow();
    app.emit('browser-window-created', preventableEvent(), this);
    app.emit('web-contents-created', preventableEvent(), this.webContents);
    if (this.#isVisible) this.focus();
  }

  #follow(): void {
    this.webContents.on('did-finish-load', () => {
      if (this.#wasLoaded) return;
      this.#wasLoaded = true;
      this.emit('ready-to-show');
    });
    this.webContents.on('-close', () => this.close());
    this.#place();
  }

  /** Gives the page the size of the window: the whole of it, since there is no frame. */
  #place(): void {
    const place = async () => {
      const { targetId, send } = await pageReady(this.webContents).then((page) => ({
        targetId: page.targetId,
        send: page.send.bind(page),
      }));
      const { windowId } = await runningChromium().send('Browser.getWindowForTarget', { targetId });
      const { result } = await send('Runtime.evaluate', { expression: 'outerHeight - innerHeight' });
      const frame = Math.max(0, Number((result as { value?: unknown }).value) || 0);
      const { width, height } = this.#bounds;
      await runningChromium().send('Browser.setWindowBounds', {
        windowId,
        bounds: { width, height: height + frame },
      });
    };
    place().catch(() => undefined);
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  reload(): void {
    this.webContents.reload();
  }

  show(): void {
    this.showInactive();
    this.focus();
  }

  showInactive(): void {
    this.#isMinimized = false;
    if (this.#isVisible) return;
    this.#isVisible = true;
    this.emit('show');
  }

  hide(): void {
    if (!this.#isVisible) return;
    this.#isVisible = false;
    this.blur();
    this.emit('hide');
  }

  focus(): void {
    if (focused === this) return;
    focused?.blur();
    focused = this;
    this.emit('focus');
    app.emit('browser-window-focus', preventableEvent(), this);
  }

  blur(): void {
    if (focused !== this) return;
    focused = null;
    this.emit('blur');
    app.emit('browser-window-blur', preventableEvent(), this);
  }

  isFocused(): boolean {
    return focused === this;
  }

  isVisible(): boolean {
    return this.#isVisible && !this.#isMinimized;
  }

  minimize(): void {
    this.#isMinimized = true;
    this.blur();
    this.emit('minimize');
  }

  restore(): void {
    this.#isMinimized = false;
    this.emit('restore');
  }

  isMinimized(): boolean {
    return this.#isMinimized;
  }

  maximize(): void {
    this.#isMaximized = true;
    this.emit('maximize');
  }

  unmaximize(): void {
    this.#isMaximized = false;
    this.emit('unmaximize');
  }

  isMaximized(): boolean {
    return this.#isMaximized;
  }

  setFullScreen(isFull: boolean): void {
    this.#isFullScreen = isFull;
    this.emit(isFull ? 'enter-full-screen' : 'leave-full-screen');
  }

  isFullScreen(): boolean {
    return this.#isFullScreen;
  }

  getBounds(): Bounds {
    return this.#bounds;
  }

  /** Where it goes when it is not maximized: the stand-in never changes the bounds by itself. */
  getNormalBounds(): Bounds {
    return this.#bounds;
  }

  setBounds(bounds: Partial<Bounds>): void {
    const before = this.#bounds;
    const [minWidth, minHeight] = this.#minimum;
    const wanted = { ...before, ...bounds };
    this.#bounds = {
      ...wanted,
      width: Math.max(wanted.width, minWidth),
      height: Math.max(wanted.height, minHeight),
    };
    this.#place();
    const { x, y, width, height } = this.#bounds;
    if (x !== before.x || y !== before.y) this.emit('move');
    if (width !== before.width || height !== before.height) this.emit('resize');
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  close(): void {
    if (this.#isDestroyed) return;
    const event = preventableEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.blur();
    this.#isDestroyed = true;
    openWindows.delete(this.id);
    destroyContents(this.webContents);
    this.emit('closed');
    tellWindowGone();
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  moveTop(): void {}
  setMenu(): void {}
  removeMenu(): void {}
  setMenuBarVisibility(): void {}
  setAutoHideMenuBar(): void {}
  setSkipTaskbar(): void {}
  setAlwaysOnTop(): void {}
  setVisibleOnAllWorkspaces(): void {}
  setBackgroundColor(): void {}
  setIcon(): void {}
  setOverlayIcon(): void {}
  flashFrame(): void {}
}
refuseUnknownIn('BrowserWindow', HostBrowserWindow);
