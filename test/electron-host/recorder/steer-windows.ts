import type { ElectronApi } from './electron-api.ts';

export interface WindowState {
  readonly url: string;
  readonly title: string;
  readonly isVisible: boolean;
  readonly isMinimized: boolean;
  readonly isMaximized: boolean;
  readonly bounds: Electron.Rectangle;
  /** What the page runs with after Electron has applied its own defaults. */
  readonly preferences: Pick<
    Electron.WebPreferences,
    'sandbox' | 'contextIsolation' | 'nodeIntegration' | 'webSecurity' | 'preload'
  >;
}

/** In Electron, though not in its types. */
interface WithPreferences {
  getLastWebPreferences(): Electron.WebPreferences;
}

/** Does to windows what a person or the system does to them. Acts on the first that was opened unless told otherwise. */
export function steerWindows({ BrowserWindow }: Pick<ElectronApi, 'BrowserWindow'>) {
  const windows = () => BrowserWindow.getAllWindows().toSorted((one, other) => one.id - other.id);
  const first = () => {
    const [window] = windows();
    if (!window) throw new Error('there is no window');
    return window;
  };
  const describe = (window: Electron.BrowserWindow): WindowState => {
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, preload } = preferencesOf(window);
    return {
      url: window.webContents.getURL(),
      title: window.getTitle(),
      isVisible: window.isVisible(),
      isMinimized: window.isMinimized(),
      isMaximized: window.isMaximized(),
      bounds: window.getBounds(),
      preferences: {
        sandbox,
        contextIsolation,
        nodeIntegration,
        webSecurity,
        preload,
      } as WindowState['preferences'],
    };
  };

  return {
    windows: (): readonly WindowState[] => windows().map(describe),
    /** As by its button: the app may do something else instead. */
    closeWindow: (): void => first().close(),
    hideWindow: (): void => first().hide(),
    minimizeWindow: (): void => first().minimize(),
    maximizeWindow: (): void => first().maximize(),
    moveWindow: (bounds: Electron.Rectangle): void => first().setBounds(bounds),
    reloadPage: (): void => first().webContents.reload(),
    crashPage: (): void => first().webContents.forcefullyCrashRenderer(),
    /** Reads the page past Playwright, which gives up a page that has crashed. */
    pageText: async (): Promise<string> =>
      String(await first().webContents.executeJavaScript('document.body.innerText')),
    /** Opens a page that is not the app's, with the app's preload in it. */
    openForeignPage: async (url: string): Promise<void> => {
      const { preload } = preferencesOf(first());
      if (!preload) throw new Error('the window has no preload');
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await stranger.loadURL(url);
    },
  };
}

function preferencesOf({ webContents }: Electron.BrowserWindow): Electron.WebPreferences {
  return (webContents as unknown as WithPreferences).getLastWebPreferences();
}
