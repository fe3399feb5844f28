import type { ProcessStat } from '../../lib/linux-process-stat.ts';

/** What is remembered of one pid between scans. */
export interface ProcessRecord {
  readonly pid: number;
  /** `/proc/<pid>/fd` */
  readonly descriptorFolder: string;
  /** Inode to descriptor of the listening sockets it holds. */
  readonly sockets: Map<number, string>;
  /** Scan in whose list of processes it was last. */
  listedIn: number;
  /** Inode of the descriptor folder: another one hints at another process under the pid. */
  folderInode: number;
  /** Who may read its descriptors; 0 also for programs that may not be traced. */
  uid: number;
  /** Open descriptors (Linux 6.2 and newer, else 0) at the last look and at the last full reading of its links. */
  descriptorCount: number;
  readDescriptorCount: number;
  /** Scan of the last full reading, and of the last change of `descriptorCount` or `uid`. */
  readIn: number;
  movedIn: number;
  /** Known for owners only. */
  stat: ProcessStat | null;
}

export function createProcessRecord(procRoot: string, pid: number, scan: number): ProcessRecord {
  return {
    pid,
    descriptorFolder: `${procRoot}/${pid}/fd`,
    sockets: new Map(),
    listedIn: scan,
    folderInode: 0,
    uid: -1,
    descriptorCount: -1,
    readDescriptorCount: -1,
    readIn: 0,
    movedIn: 0,
    stat: null,
  };
}
