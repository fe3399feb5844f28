export interface ProcessStat {
  /** As the kernel keeps it: at most 15 bytes. */
  readonly name: string;
  /** True when the name fills those 15 bytes, so that there may have been more of it. */
  readonly nameIsCut: boolean;
  readonly state: string;
  readonly parentPid: number;
  readonly group: number;
  readonly session: number;
  /** Device number of the controlling terminal, 0 without one. */
  readonly terminal: number;
  readonly threads: number;
  /** Clock ticks after the start of the system. */
  readonly startTicks: number;
}

/** Positions after the name, counted from the state (field 3 of proc(5)). */
const field = { state: 0, parent: 1, group: 2, session: 3, terminal: 4, threads: 17, start: 19 } as const;

/**
 * Reads `/proc/<pid>/stat`, given as latin1 so that every byte of the name is kept. The name may hold spaces, newlines and
 * parentheses, so it ends at the last parenthesis. Null for what is no such file.
 */
export function parseProcessStat(text: string): ProcessStat | null {
  const nameStart = text.indexOf('(') + 1;
  const nameEnd = text.lastIndexOf(')');
  if (nameStart === 0 || nameEnd < nameStart) return null;
  const fields = text.slice(nameEnd + 2).split(' ', field.start + 1);
  const parentPid = Number(fields[field.parent]);
  const startTicks = Number(fields[field.start]);
  if (!Number.isInteger(parentPid) || !Number.isInteger(startTicks)) return null;
  const name = Buffer.from(text.slice(nameStart, nameEnd), 'latin1');
  return {
    name: decodeName(name),
    nameIsCut: name.length === keptNameBytes,
    state: fields[field.state] ?? '',
    parentPid,
    group: Number(fields[field.group]),
    session: Number(fields[field.session]),
    terminal: Number(fields[field.terminal]),
    threads: Number(fields[field.threads]),
    startTicks,
  };
}

/**
 * True for a process that has ended and waits to be collected. A main thread that left while others go on looks the
 * same but for the number of threads.
 */
export function hasEnded(stat: ProcessStat): boolean {
  return stat.state === 'X' || (stat.state === 'Z' && stat.threads <= 1);
}

export function isStopped(stat: ProcessStat): boolean {
  return stat.state === 'T';
}

/** TASK_COMM_LEN without its NUL. */
const keptNameBytes = 15;

/** A cut may fall into a character, of which nothing is shown then. */
function decodeName(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  const mayBeCut = bytes.length === keptNameBytes && text.endsWith('\ufffd');
  return mayBeCut ? text.slice(0, -1) : text;
}
