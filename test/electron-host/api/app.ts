import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Chromium } from '../chromium/chromium.ts';
import { host, runningChromium } from '../host.ts';
import { refuseUnknownIn } from '../refuse-unknown.ts';
import { appName, getPath, setPath } from './app-paths.ts';
import { addedSwitches, commandLine } from './command-line.ts';
import { openWindows } from './open-windows.ts';
import { preventableEvent } from './preventable-event.ts';
import { takeInstanceLock } from './single-instance.ts';

interface Relaunch {
  readonly args?: readonly string[];
  readonly execPath?: string;
}

let isSandboxForced: (app: HostApp) => boolean;
let announceReady: (app: HostApp) => void;
let isExiting: (app: HostApp) => boolean;
let windowGone: (app: HostApp) => void;

export class HostApp extends EventEmitter {
  readonly commandLine = commandLine;
  readonly isPackaged = false;
  readonly name = appName();
  /** Electron has a dock on macOS only. */
  readonly dock = undefined;
  readonly getPath = getPath;
  readonly setPath = setPath;
  #announceReady: () => void = () => undefined;
  readonly #ready = new Promise<void>((resolve) => {
    this.#announceReady = resolve;
  });
  #isReady = false;
  #isQuitting = false;
  #isExiting = false;
  #releaseLock: (() => void) | null = null;
  #relaunch: Relaunch | null = null;
  #sandboxesAll = false;
  #opensAtLogin = false;
  #badgeCount = 0;

  static {
    isSandboxForced = (app) => app.#sandboxesAll;
    isExiting = (app) => app.#isExiting;
    announceReady = (app) => {
      app.#isReady = true;
      app.#announceReady();
      app.emit('ready', preventableEvent(), {});
    };
    windowGone = (app) => {
      if (app.#isExiting || app.#isQuitting || openWindows.size > 0) return;
      if (!app.emit('window-all-closed')) app.quit();
    };
  }

  whenReady(): Promise<void> {
    return this.#ready;
  }

  isReady(): boolean {
    return this.#isReady;
  }

  getAppPath(): string {
    return host.appFolder;
  }

  getName(): string {
    return this.name;
  }

  getVersion(): string {
    return host.packageFile.version ?? '0.0.0';
  }

  getLocale(): string {
    return 'en-US';
  }

  requestSingleInstanceLock(additionalData: Record<string, unknown> = {}): boolean {
    this.#releaseLock ??= takeInstanceLock(this.getPath('userData'), additionalData, (second) => {
      const { argv, folder, additionalData: data } = second;
      this.#ready.then(() => this.emit('second-instance', preventableEvent(), argv, folder, data));
    });
    return this.#releaseLock !== null;
  }

  quit(): void {
    if (this.#isQuitting) return;
    const event = preventableEvent();
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.#isQuitting = true;
    for (const window of openWindows.values()) {
      window.close();
      if (window.isDestroyed()) continue;
      this.#isQuitting = false;
      return;
    }
    this.#finishQuitting();
  }

  #finishQuitting(): void {
    const event = preventableEvent();
    this.emit('will-quit', event);
    this.#isQuitting = false;
    if (event.defaultPrevented) return;
    this.emit('quit', preventableEvent(), 0);
    this.exit(0);
  }

  exit(code = 0): void {
    if (this.#isExiting) return;
    this.#isExiting = true;
    for (const window of openWindows.values()) window.destroy();
    this.#releaseLock?.();
    const { args = process.argv.slice(1), execPath = process.execPath } = this.#relaunch ?? {};
    if (this.#relaunch) spawn(execPath, [...args], { detached: true, stdio: 'ignore' }).unref();
    Promise.resolve(host.chromium?.close()).finally(() => process.exit(code));
  }

  relaunch(options: Relaunch = {}): void {
    this.#relaunch = options;
  }

  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
    this.#sandboxesAll = true;
  }

  setLoginItemSettings({ openAtLogin = false }: { readonly openAtLogin?: boolean }): void {
    this.#opensAtLogin = openAtLogin;
  }

  getLoginItemSettings(): { readonly openAtLogin: boolean; readonly wasOpenedAtLogin: boolean } {
    return { openAtLogin: this.#opensAtLogin, wasOpenedAtLogin: false };
  }

  setBadgeCount(count = 0): boolean {
    this.#badgeCount = count;
    return true;
  }

  getBadgeCount(): number {
    return this.#badgeCount;
  }

  setAppUserModelId(): void {}
  setAboutPanelOptions(): void {}
  showAboutPanel(): void {}
  focus(): void {}
}
refuseUnknownIn('app', HostApp);

export const app = new HostApp();

export const areAllSandboxed = (): boolean => isSandboxForced(app);
export const tellWindowGone = (): void => windowGone(app);

export async function startApp(): Promise<void> {
  if (isExiting(app)) return;
  const userData = path.join(app.getPath('userData'), 'stand-in-profile');
  mkdirSync(userData, { recursive: true });
  host.chromium = new Chromium(
    { userData, debuggingPort: host.debuggingPort, switches: addedSwitches },
    () => {
      if (isExiting(app)) return;
      console.error('electron-host: Chromium has ended');
      process.exit(1);
    },
  );
  await runningChromium().send('Browser.getVersion');
  if (!isExiting(app)) announceReady(app);
}
