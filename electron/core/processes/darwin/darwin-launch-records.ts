import type { LaunchRecordReader } from '../launch-record.ts';
import { createNoLaunchRecords } from '../no-launch-records.ts';

/**
 * `ps` joins arguments with spaces, so that one with a space in it and two look the same, and shows the environment of
 * few programs, joined the same way. Starting a program with a guess of either could do something else than before.
 */
export function createDarwinLaunchRecords(): LaunchRecordReader {
  return createNoLaunchRecords(['command-ambiguous', 'environment-unreadable']);
}
