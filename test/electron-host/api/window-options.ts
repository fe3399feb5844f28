import type { WebPreferences } from './web-preferences.ts';

export interface WindowOptions {
  readonly title?: string;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly minWidth?: number;
  readonly minHeight?: number;
  readonly show?: boolean;
  readonly webPreferences?: WebPreferences;
}

/** Taken without effect: how a window looks and behaves is up to the system that draws it. */
const onlyForLooks: ReadonlySet<string> = new Set([
  'acceptFirstMouse',
  'alwaysOnTop',
  'autoHideMenuBar',
  'backgroundColor',
  'center',
  'darkTheme',
  'frame',
  'fullscreenable',
  'icon',
  'maximizable',
  'minimizable',
  'movable',
  'resizable',
  'roundedCorners',
  'skipTaskbar',
  'titleBarStyle',
  'trafficLightPosition',
  'transparent',
  'type',
  'useContentSize',
  'vibrancy',
]);

const honoured: ReadonlySet<string> = new Set([
  'title',
  'x',
  'y',
  'width',
  'height',
  'minWidth',
  'minHeight',
  'show',
  'webPreferences',
]);

export function readWindowOptions(options: WindowOptions): WindowOptions {
  const unknown = Object.keys(options).find((name) => !honoured.has(name) && !onlyForLooks.has(name));
  if (unknown) throw new Error(`electron-host: the BrowserWindow option ${unknown} is not in the stand-in`);
  return options;
}
