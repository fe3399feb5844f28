import type { LaunchRecordReader, MissingPart } from './launch-record.ts';

/** For a system on which some of what a start needs cannot be read: every record says what is missing. */
export function createNoLaunchRecords(reasons: readonly MissingPart[]): LaunchRecordReader {
  return {
    isPossible: false,
    read: async (process) => ({ kind: 'incomplete', process, reasons }),
    own: () => ({ uid: -1, gid: -1, umask: 0 }),
  };
}
