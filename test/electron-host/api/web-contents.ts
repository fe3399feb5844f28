import { EventEmitter } from 'node:events';
import { ChromiumPage, type PageListener, type PausedRequest } from '../chromium/chromium-page.ts';
import { runningChromium } from '../host.ts';
import type { FromFrame } from '../page/frame-messages.ts';
import { refuseUnknown, refuseUnknownIn } from '../refuse-unknown.ts';
import { answerPageRequest, refusePageRequest } from './answer-page-request.ts';
import { applyPermissions } from './apply-permissions.ts';
import { FrameChannels } from './frame-channels.ts';
import { invokeHandler, ipcMain } from './ipc-main.ts';
import { loadFailure } from './load-failure.ts';
import type { HostMessagePortMain } from './message-ports.ts';
import { preventableEvent } from './preventable-event.ts';
import { schemes } from './protocol.ts';
import { fromPageAddress, interceptedUrls, toPageAddress } from './scheme-addresses.ts';
import { type HostSession, session } from './session.ts';
import { effectivePreferences, readPreload, type WebPreferences } from './web-preferences.ts';

type WindowOpenHandler = (details: {
  readonly url: string;
  readonly frameName: string;
  readonly features: string;
}) => { readonly action: 'deny' | 'allow' };

let numbers = 0;
const byTarget = new Map<string, HostWebContents>();
const all = new Map<number, HostWebContents>();

let pageReady: (contents: HostWebContents) => Promise<ChromiumPage>;
let destroyContents: (contents: HostWebContents) => void;

export class HostWebContents extends EventEmitter {
  readonly id = ++numbers;
  readonly session: HostSession = session.defaultSession;
  readonly #preferences: ReturnType<typeof effectivePreferences>;
  readonly #ready: Promise<ChromiumPage>;
  readonly #channels = new FrameChannels(() => this.#page);
  #page: ChromiumPage | null = null;
  #openHandler: WindowOpenHandler | null = null;
  #url = '';
  /** The address that the app itself asked for: going there is not a navigation of the page. */
  #expected: string | null = null;
  #isLoading = false;
  #isCrashed = false;
  #isDestroyed = false;
  #zoomLevel = 0;

  static {
    pageReady = (contents) => contents.#ready;
    destroyContents = (contents) => contents.#destroy();
  }

  constructor(preferences: WebPreferences) {
    super();
    this.#preferences = effectivePreferences(preferences);
    if (this.#preferences.nodeIntegration || !this.#preferences.webSecurity) {
      throw new Error(
        'electron-host: a page with Node in it, or without web security, is not in the stand-in',
      );
    }
    all.set(this.id, this);
    this.#ready = this.#open();
    this.#ready.catch((error: Error) => {
      if (!this.#isDestroyed) console.error('electron-host:', error.message);
    });
  }

  async #open(): Promise<ChromiumPage> {
    const { preload = '', contextIsolation } = this.#preferences;
    const page = await ChromiumPage.open({
      chromium: runningChromium(),
      preload: preload ? this.#readPreload(preload) : null,
      config: { preloadFile: preload, contextIsolation, process: describeProcess() },
      interceptedUrls,
      listener: this.#listener(),
    });
    byTarget.set(page.targetId, this);
    this.#page = page;
    return page;
  }

  #readPreload(file: string): string | null {
    try {
      return readPreload(file);
    } catch (error) {
      console.error(`Unable to load preload script: ${file}\n${error}`);
      this.emit('preload-error', preventableEvent(), file, error);
      return null;
    }
  }

  #listener(): PageListener {
    return {
      onMessage: (message) => this.#onMessage(message),
      onRequest: (request, isMainFrame) => {
        this.#onRequest(request, isMainFrame).catch(() => undefined);
      },
      onNavigated: (url) => {
        this.#url = fromPageAddress(url);
        this.#isCrashed = false;
        applyPermissions(this, url).catch(() => undefined);
        this.emit('did-navigate', preventableEvent(), this.#url, 200, 'OK');
      },
      onLoadStarted: () => {
        this.#isLoading = true;
        this.emit('did-start-loading');
      },
      onDomReady: () => this.emit('dom-ready', preventableEvent()),
      onLoaded: () => setImmediate(() => this.#onLoaded()),
      onWorldGone: () => this.#channels.closeAll(),
      onCrashed: () => {
        this.#isCrashed = true;
        this.emit('render-process-gone', preventableEvent(), { reason: 'crashed', exitCode: 5 });
      },
    };
  }

  #onLoaded(): void {
    if (this.#isDestroyed) return;
    this.#isLoading = false;
    this.emit('did-finish-load');
    this.emit('did-stop-loading');
  }

  #onMessage(message: FromFrame): void {
    switch (message.type) {
      case 'send':
        ipcMain.emit(message.channel, this.#ipcEvent(message.url), ...message.args);
        return;
      case 'invoke':
        void invokeHandler(this.#ipcEvent(message.url), message.channel, message.args).then((outcome) =>
          this.#page?.deliver({ type: 'reply', id: message.id, ...outcome }),
        );
        return;
      case 'port':
        this.#channels.receive(message.port, message.data);
        return;
      case 'port-closed':
        this.#channels.close(message.port);
        return;
      case 'open':
        this.#onOpen(message);
        return;
      case 'preload-error': {
        const error = Object.assign(new Error(message.message), { stack: message.stack });
        this.emit('preload-error', preventableEvent(), this.#preferences.preload, error);
      }
    }
  }

  #onOpen({ url, frameName, features }: Extract<FromFrame, { type: 'open' }>): void {
    const details = { url: fromPageAddress(url), frameName, features, disposition: 'new-window' };
    const { action } = this.#openHandler?.(details) ?? { action: 'allow' };
    this.emit('-window-open', details.url, action);
    if (action === 'allow') {
      console.error(
        `electron-host: ${details.url} would have been opened in a window, which is not in the stand-in`,
      );
    }
  }

  async #onRequest(paused: PausedRequest, isMainFrame: boolean): Promise<void> {
    const page = await this.#ready;
    const isNavigation = paused.resourceType === 'Document';
    if (isNavigation && !(isMainFrame && paused.request.url === this.#expected)) {
      const url = fromPageAddress(paused.request.url);
      const event = preventableEvent({
        url,
        isMainFrame,
        isSameDocument: false,
        frame: null,
        initiator: null,
      });
      this.emit('will-frame-navigate', event);
      if (isMainFrame && !event.defaultPrevented) this.emit('will-navigate', event, url);
      if (event.defaultPrevented) return refusePageRequest(page, paused);
    }
    await answerPageRequest(page, paused);
  }

  #ipcEvent(pageUrl: string) {
    const url = fromPageAddress(pageUrl);
    const senderFrame = {
      url,
      origin: fromPageAddress(`${new URL(pageUrl).origin}/`).replace(/\/$/, ''),
      parent: null,
      postMessage: (channel: string, message: unknown, ports: readonly HostMessagePortMain[] = []) =>
        this.postMessage(channel, message, ports),
      send: (channel: string, ...args: unknown[]) => this.send(channel, ...args),
    };
    return {
      type: 'frame',
      sender: this,
      senderFrame,
      ports: [],
      reply: senderFrame.send,
      ...preventableEvent(),
    };
  }

  send(channel: string, ...args: unknown[]): void {
    this.#page?.deliver({ type: 'event', channel, args, ports: [] });
  }

  postMessage(channel: string, message: unknown, ports: readonly HostMessagePortMain[] = []): void {
    const numbers = this.#channels.give(ports);
    this.#page?.deliver({ type: 'event', channel, args: [message], ports: numbers });
    this.#channels.connect(ports, numbers);
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.#ready;
    const address = toPageAddress(url, schemes);
    this.#expected = address;
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', resolve));
    const { errorText } = await page.send('Page.navigate', { url: address });
    if (errorText) throw loadFailure(this, String(errorText), url);
    await loaded;
  }

  reload(): void {
    this.#expected = toPageAddress(this.#url, schemes);
    const again = async () => {
      const page = await this.#ready;
      // What crashed has no page that could be reloaded.
      if (this.#isCrashed) await page.send('Page.navigate', { url: this.#expected });
      else await page.send('Page.reload');
    };
    again().catch((error: Error) => console.error('electron-host: reload failed:', error.message));
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler;
  }

  async executeJavaScript(code: string): Promise<unknown> {
    return (await this.#ready).evaluate(code);
  }

  forcefullyCrashRenderer(): void {
    this.#page?.send('Page.crash').catch(() => undefined);
  }

  getURL(): string {
    return this.#url;
  }

  isLoading(): boolean {
    return this.#isLoading;
  }

  isCrashed(): boolean {
    return this.#isCrashed;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  /** In Electron too, though its types do not tell. */
  getLastWebPreferences(): WebPreferences {
    return this.#preferences;
  }

  getZoomLevel(): number {
    return this.#zoomLevel;
  }

  setZoomLevel(level: number): void {
    this.#zoomLevel = level;
  }

  close(): void {
    this.emit('-close');
  }

  openDevTools(): void {}
  toggleDevTools(): void {}
  focus(): void {}

  #destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    all.delete(this.id);
    this.#channels.closeAll();
    this.#ready.then((page) => page.close()).catch(() => undefined);
    this.emit('destroyed');
  }
}
refuseUnknownIn('webContents', HostWebContents);

export { destroyContents, pageReady };

/** The module of that name: Playwright looks windows up through it. */
export const webContents = {
  fromId: (id: number): HostWebContents | undefined => all.get(id),
  getAllWebContents: (): HostWebContents[] => [...all.values()],
  fromDevToolsTargetId: (target: string): HostWebContents | undefined => byTarget.get(target),
};
refuseUnknown('webContents', webContents);

function describeProcess(): Readonly<Record<string, unknown>> {
  const { platform, arch, versions } = process;
  return { platform, arch, versions, type: 'renderer', sandboxed: true, contextIsolated: true };
}
