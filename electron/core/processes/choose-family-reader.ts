import type { ProcessReaderOptions } from './choose-process-reader.ts';
import { createDarwinFamilyReader } from './darwin/darwin-family-reader.ts';
import type { FamilyReader } from './family-reader.ts';
import { createLinuxFamilyReader } from './linux/linux-family-reader.ts';
import { createWin32FamilyReader } from './win32/win32-family-reader.ts';

/** Tells on this system who started whom. */
export function chooseFamilyReader({ platform, bootTimeMs }: ProcessReaderOptions): FamilyReader {
  switch (platform) {
    case 'linux':
      return createLinuxFamilyReader({ bootTimeMs });
    case 'darwin':
      return createDarwinFamilyReader();
    case 'win32':
      return createWin32FamilyReader();
  }
}
