import type { Platform } from '../../../shared/contract/host.ts';
import { createDarwinFacts } from './darwin/darwin-facts.ts';
import { createLinuxFacts } from './linux/linux-facts.ts';
import type { SystemFacts } from './system-facts.ts';
import { createWin32Facts } from './win32/win32-facts.ts';

export function chooseSystemFacts(platform: Platform): SystemFacts {
  switch (platform) {
    case 'linux':
      return createLinuxFacts();
    case 'darwin':
      return createDarwinFacts();
    case 'win32':
      return createWin32Facts();
  }
}
