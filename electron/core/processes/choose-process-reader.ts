import type { Platform } from '../../../shared/contract/host.ts';
import { createDarwinProcessReader } from './darwin/darwin-process-reader.ts';
import { createLinuxProcessReader } from './linux/linux-process-reader.ts';
import type { ProcessReader } from './process-reader.ts';
import { createWin32ProcessReader } from './win32/win32-process-reader.ts';

export interface ProcessReaderOptions {
  readonly platform: Platform;
  /** Once per run on Linux, so that all threads compute the same start times; elsewhere nothing reads it. */
  readonly bootTimeMs: number;
}

/** The reader of this system's processes. */
export function chooseProcessReader({ platform, bootTimeMs }: ProcessReaderOptions): ProcessReader {
  switch (platform) {
    case 'linux':
      return createLinuxProcessReader({ bootTimeMs });
    case 'darwin':
      return createDarwinProcessReader();
    case 'win32':
      return createWin32ProcessReader();
  }
}
