import { completeLines } from '../../lib/complete-lines.ts';

/** One process of `ps -o pid=,stat=,lstart=,ppid=,uid=,comm=`. */
export interface PsProcess {
  readonly pid: number;
  /** Milliseconds since the epoch, exact to a second: ps tells no more. */
  readonly startTime: number;
  readonly parentPid: number;
  readonly uid: number;
  /** What it was started as: mostly a path, `-zsh` for a login shell, or any text that the process chose. */
  readonly comm: string;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

// `501 S+   Sat Nov 21 02:33:05 2026   1  501 /Applications/Some App.app/Contents/MacOS/Some App`
const linePattern =
  /^ *(\d+) +(\S+) +[A-Z][a-z]{2} ([A-Z][a-z]{2}) +(\d{1,2}) (\d\d):(\d\d):(\d\d) (\d{4}) +(\d+) +(\d+) (.*)$/;

/** Reads the list as printed with LC_TIME=C and TZ=UTC. Processes that ended and wait for their parent are left out. */
export function parsePsList(text: string): readonly PsProcess[] {
  return completeLines(text).flatMap((line) => readLine(line) ?? []);
}

function readLine(line: string): PsProcess | null {
  const match = linePattern.exec(line);
  if (!match) return null;
  const [, pid, state = '', month = '', day, hour, minute, second, year, parentPid, uid, comm = ''] = match;
  const monthIndex = months.indexOf(month);
  if (monthIndex < 0 || state.startsWith('Z')) return null;
  return {
    pid: Number(pid),
    startTime: Date.UTC(Number(year), monthIndex, Number(day), Number(hour), Number(minute), Number(second)),
    parentPid: Number(parentPid),
    uid: Number(uid),
    comm: comm.trim(),
  };
}

/**
 * `softwareupdated` of a path, `zsh` of the login shell `-zsh`, `cupsd` of `(cupsd)`, which stands for a process whose
 * arguments may not be read; text that is no path stays whole.
 */
export function nameOfComm(comm: string): string {
  const unreadable = /^\((.+)\)$/.exec(comm)?.[1];
  if (unreadable !== undefined) return unreadable;
  const isPath = comm.startsWith('/') || /^[^ ]+\//.test(comm);
  const name = isPath ? comm.slice(comm.lastIndexOf('/') + 1) : comm;
  const withoutDash = name.startsWith('-') ? name.slice(1) : name;
  return withoutDash || comm;
}

/** The executable, where comm is a full path. */
export function executableOfComm(comm: string): string | null {
  return comm.startsWith('/') ? comm : null;
}
