import type { Platform } from '../../../shared/contract/host.ts';
import { createDarwinElevation } from './darwin/darwin-elevation.ts';
import type { Elevation } from './elevation.ts';
import { createWin32Elevation } from './win32/win32-elevation.ts';

/** Null where the system has no prompt of its own that every installation has: there a command is shown instead. */
export function chooseElevation(platform: Platform): Elevation | null {
  switch (platform) {
    case 'linux':
      return null;
    case 'darwin':
      return createDarwinElevation();
    case 'win32':
      return createWin32Elevation();
  }
}
