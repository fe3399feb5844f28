import type { Platform } from '../../../shared/contract/host.ts';
import type { TrayState } from './tray-face.ts';

/**
 * Name of the picture. macOS colours a template itself and knows one by the end of its name; elsewhere the bar may be
 * light or dark and the picture has to fit it. Electron finds the `@2x` twin by itself.
 */
export function trayIconFile(platform: Platform, state: TrayState, barIsDark: boolean): string {
  const name = state === 'normal' ? 'tray' : `tray-${state}`;
  if (platform === 'darwin') return `${name}Template.png`;
  return `${name}-on-${barIsDark ? 'dark' : 'light'}.${platform === 'win32' ? 'ico' : 'png'}`;
}
