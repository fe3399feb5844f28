import { EventEmitter } from 'node:events';
import { refuseUnknown } from '../refuse-unknown.ts';

type ThemeSource = 'system' | 'light' | 'dark';

/** A system with a light theme. The page follows what Playwright emulates, not this. */
class HostNativeTheme extends EventEmitter {
  #source: ThemeSource = 'system';
  readonly shouldUseHighContrastColors = false;

  get themeSource(): ThemeSource {
    return this.#source;
  }

  set themeSource(source: ThemeSource) {
    if (!['system', 'light', 'dark'].includes(source)) {
      throw new TypeError(`Error processing argument at index 0, conversion failure from ${source}`);
    }
    this.#source = source;
    this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }

  /** The theme of the system's own bars, which the app cannot choose. */
  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return false;
  }
}
refuseUnknown('nativeTheme', HostNativeTheme.prototype);

export const nativeTheme = new HostNativeTheme();
export type { HostNativeTheme };
