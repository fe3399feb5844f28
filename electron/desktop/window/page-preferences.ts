import type { WebPreferences } from 'electron';

/** What every page of Berth runs with: nothing of Node, in a sandbox, its world apart from the preload's. */
export function pagePreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
  };
}

/** The page's own background, so that nothing flashes before it is drawn. */
export function pageBackground(isDark: boolean): string {
  return isDark ? '#0f1216' : '#f6f7f9';
}
