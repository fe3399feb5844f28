import type { Platform } from '../../../shared/contract/host.ts';
import { createDarwinLaunchRecords } from './darwin/darwin-launch-records.ts';
import type { LaunchRecordReader } from './launch-record.ts';
import { createLinuxLaunchRecords } from './linux/linux-launch-records.ts';
import type { ProcessReader } from './process-reader.ts';
import { createWin32LaunchRecords } from './win32/win32-launch-records.ts';

/** The reader of launch records of this system. */
export function chooseLaunchRecords(platform: Platform, processes: ProcessReader): LaunchRecordReader {
  switch (platform) {
    case 'linux':
      return createLinuxLaunchRecords(processes);
    case 'darwin':
      return createDarwinLaunchRecords();
    case 'win32':
      return createWin32LaunchRecords();
  }
}
