import type { ProcessIdentity } from './process-reader.ts';

/** What a process was started with, taken while it lives. Everything is kept as bytes: no text encoding is safe here. */
export interface CompleteRecord {
  readonly kind: 'complete';
  readonly process: NamedProcess;
  readonly argv: readonly Buffer[];
  readonly environment: SecretEnvironment;
  readonly executable: RecordedPlace;
  readonly folder: RecordedPlace;
  readonly umask: number;
  /** Effective, as numbers; `isMixed` when real and effective ones differ (a setuid program). */
  readonly user: { readonly uid: number; readonly gid: number; readonly isMixed: boolean };
  readonly stdin: StandardInput;
  readonly stdout: StreamKind;
  readonly stderr: StreamKind;
  /** It sees other files, processes or ports than Berth does: a container, a chroot. */
  readonly isElsewhere: boolean;
}

export interface IncompleteRecord {
  readonly kind: 'incomplete';
  readonly process: NamedProcess;
  readonly reasons: readonly MissingPart[];
}

export type LaunchRecord = CompleteRecord | IncompleteRecord;

export type NamedProcess = ProcessIdentity & { readonly name: string };

export type MissingPart =
  | 'ended'
  | 'other-user'
  | 'unreadable'
  | 'command-overwritten'
  | 'command-ambiguous'
  | 'environment-overwritten'
  | 'environment-unreadable'
  | 'folder-unreadable';

/** `replaced`: another file is there by now, as after a build or an upgrade. */
export interface RecordedPlace {
  readonly path: Buffer;
  readonly state: 'present' | 'replaced' | 'missing';
}

type PlainStream =
  | { readonly kind: 'null' | 'closed' | 'terminal' | 'other' }
  | { readonly kind: 'file'; readonly path: Buffer; readonly isGone: boolean };

export type StreamKind = PlainStream | { readonly kind: 'pipe' | 'socket' };

export type StandardInput =
  | PlainStream
  /** `isRead`: it waits for input, or for its end, right now. `hasWriter`: somebody can still write. */
  | { readonly kind: 'pipe'; readonly isRead: boolean; readonly hasWriter: boolean }
  /** `isPair`: one end of a nameless pair, which Node makes for `stdio: 'pipe'`. */
  | { readonly kind: 'socket'; readonly isRead: boolean; readonly isPair: boolean };

/** Takes records on one operating system. */
export interface LaunchRecordReader {
  /** False where no record can ever be complete, so that none need be taken. */
  readonly isPossible: boolean;
  /** A process that ended, or whose pid was reused, gives an incomplete record. */
  read(process: NamedProcess): Promise<LaunchRecord>;
  /** What Berth itself runs with, where that matters. */
  own(): OwnLaunch;
}

export interface OwnLaunch {
  readonly uid: number;
  readonly gid: number;
  readonly umask: number;
}

/**
 * The environment of a process, which holds passwords and tokens. A private field shows neither in JSON nor in
 * `util.inspect` nor in a structured clone, so a record that strays into a log or a message takes nothing along.
 */
export class SecretEnvironment {
  readonly #entries: readonly Buffer[];

  constructor(entries: readonly Buffer[]) {
    this.#entries = entries;
  }

  /** `NAME=value`, in the order in which the process got them. */
  entries(): readonly Buffer[] {
    return this.#entries;
  }

  /** Whether there is such a variable, of this value if one is given. */
  has(name: string, value?: string): boolean {
    const start = Buffer.from(`${name}=${value ?? ''}`);
    return this.#entries.some((entry) =>
      (value === undefined ? entry.subarray(0, start.length) : entry).equals(start),
    );
  }

  /** Whether a name is there twice. Programs differ in which of the two they take. */
  hasTwins(): boolean {
    const names = this.#entries.map((entry) => entry.toString('latin1', 0, entry.indexOf('=')));
    return new Set(names).size < names.length;
  }
}
