import { app, BrowserWindow, type WebContents } from 'electron';
import type { Navigate, RunCommand } from '../../shared/contract/navigation.ts';
import { MainWindow, type MainWindowOptions } from './window/main-window.ts';
import { SmallWindow } from './window/small-window.ts';
import type { WindowMail } from './window/window-mail.ts';

export type WindowsOptions = Omit<MainWindowOptions, 'hidesOnClose' | 'onClosed'> & {
  /** True when Berth goes on without a window, for there is another way to it. */
  readonly staysAround: () => boolean;
};

/** The windows of Berth: the one with everything and the small one at the tray icon. */
export class Windows {
  readonly main: MainWindow;
  readonly small: SmallWindow;
  #isQuitting = false;

  constructor({ staysAround, ...options }: WindowsOptions) {
    const quitUnlessStaying = () => {
      if (!staysAround()) app.quit();
    };
    this.main = new MainWindow({
      ...options,
      hidesOnClose: () => !this.#isQuitting && staysAround(),
      onClosed: quitUnlessStaying,
    });
    this.small = new SmallWindow(options);
    app.on('before-quit', () => {
      this.#isQuitting = true;
    });
    app.on('window-all-closed', quitUnlessStaying);
    app.on('activate', () => this.main.show());
  }

  /** The row of a listener, or the list. */
  showPort(listenerId: string | null): void {
    this.showInMain({ place: 'ports', ...(listenerId === null ? {} : { listenerId }) });
  }

  readonly showInMain = (navigate: Navigate): void => {
    this.small.hide();
    this.main.mail.send({ kind: 'navigate', navigate });
    this.main.show();
  };

  /** In the window that the menu belongs to; in the main one when it has none. */
  runCommand(command: RunCommand): void {
    const isSmall = this.small.window !== null && BrowserWindow.getFocusedWindow() === this.small.window;
    if (!isSmall) this.main.show();
    (isSmall ? this.small : this.main).mail.send({ kind: 'run-command', command });
  }

  mailOf(contents: WebContents): WindowMail {
    return contents === this.small.window?.webContents ? this.small.mail : this.main.mail;
  }

  async close(): Promise<void> {
    this.small.close();
    await this.main.close();
  }
}
