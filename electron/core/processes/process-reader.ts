/** Pid and start time in milliseconds since the epoch, as precise as the system tells it. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startTime: number;
}

/** What the system says of one process. What this user may not read is null. */
export interface ProcessFacts extends ProcessIdentity {
  readonly name: string;
  readonly parentPid: number | null;
  readonly command: readonly string[];
  readonly executable: string | null;
  readonly cwd: string | null;
  readonly user: string | null;
  /** systemd unit, launchd label or Windows service that it belongs to. */
  readonly service: string | null;
}

/** Reads processes. One per operating system, without a cache of its own. */
export interface ProcessReader {
  /** Who these pids are right now. A pid that is not running is left out. */
  identify(
    pids: readonly number[],
  ): Promise<ReadonlyMap<number, ProcessIdentity & { readonly name: string }>>;
  /** Everything about these processes. One that ended, or whose pid was reused, is left out. */
  describe(identities: readonly ProcessIdentity[]): Promise<ReadonlyMap<number, ProcessFacts>>;
  /** The ancestors of a process, without itself, nearest first, up to the first process. */
  ancestors(pid: number): Promise<readonly ProcessAncestor[]>;
  /** The name of a user by numeric id (POSIX only). */
  userName(uid: number): string | null;
}

export interface ProcessAncestor {
  readonly pid: number;
  readonly name: string;
  readonly command: readonly string[];
  readonly executable: string | null;
}
