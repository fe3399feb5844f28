import type { Platform } from '../../../shared/contract/host.ts';
import { createLinuxProcessReader } from './linux/linux-process-reader.ts';
import type { ProcessReader } from './process-reader.ts';

export function chooseProcessReader(options: {
  readonly platform: Platform;
  readonly bootTimeMs: number;
}): ProcessReader {
  return createLinuxProcessReader(options);
}
