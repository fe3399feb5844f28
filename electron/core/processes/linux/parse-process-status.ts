export interface ProcessStatus {
  readonly umask: number;
  readonly uid: number;
  readonly gid: number;
  /** True when the real, effective and saved ids are not all the same. */
  readonly isMixed: boolean;
}

/** Reads what `/proc/<pid>/status` says of rights. Null where the kernel (before 4.7) tells no umask. */
export function parseProcessStatus(content: Buffer): ProcessStatus | null {
  const text = content.toString('latin1');
  const umask = /^Umask:\t([0-7]+)$/m.exec(text)?.[1];
  const uids = ids('Uid', text);
  const gids = ids('Gid', text);
  const [uid, gid] = [uids[1], gids[1]];
  if (umask === undefined || uid === undefined || gid === undefined) return null;
  const isMixed = new Set(uids).size > 1 || new Set(gids).size > 1;
  return { umask: Number.parseInt(umask, 8), uid, gid, isMixed };
}

/** Real, effective, saved, file system. */
function ids(name: string, text: string): readonly number[] {
  const line = new RegExp(`^${name}:\\t([\\d\\t]+)$`, 'm').exec(text)?.[1];
  return line?.split('\t').map(Number) ?? [];
}
