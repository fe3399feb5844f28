import type { Platform } from '../../../shared/contract/host.ts';
import { createDarwinFacts } from './darwin/darwin-facts.ts';
import { createLinuxFacts } from './linux/linux-facts.ts';
import type { SystemFacts } from './system-facts.ts';
import { createWin32Facts } from './win32/win32-facts.ts';

export interface SystemFactsOptions {
  readonly platform: Platform;
  /** True for root or an elevated user. */
  readonly privileged: boolean;
}

export function chooseSystemFacts({ platform, privileged }: SystemFactsOptions): SystemFacts {
  switch (platform) {
    case 'linux':
      return createLinuxFacts(privileged);
    case 'darwin':
      return createDarwinFacts(privileged);
    case 'win32':
      return createWin32Facts();
  }
}
