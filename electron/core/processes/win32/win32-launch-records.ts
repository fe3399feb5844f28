import type { LaunchRecordReader } from '../launch-record.ts';
import { createNoLaunchRecords } from '../no-launch-records.ts';

/** The command line can be read here; environment and folder are in the memory of the process and nowhere else. */
export function createWin32LaunchRecords(): LaunchRecordReader {
  return createNoLaunchRecords(['environment-unreadable', 'folder-unreadable']);
}
