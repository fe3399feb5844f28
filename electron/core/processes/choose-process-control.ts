import type { Platform } from '../../../shared/contract/host.ts';
import { isStoppedByPs } from './is-stopped-by-ps.ts';
import { isStoppedOnLinux } from './linux/is-stopped.ts';
import { createPosixControl } from './posix-signal.ts';
import type { ProcessControl } from './process-control.ts';
import { createWindowsControl } from './win32/end-process.ts';

export function chooseProcessControl(platform: Platform): ProcessControl {
  switch (platform) {
    case 'linux':
      return createPosixControl(isStoppedOnLinux);
    case 'darwin':
      return createPosixControl(isStoppedByPs);
    case 'win32':
      return createWindowsControl();
  }
}
