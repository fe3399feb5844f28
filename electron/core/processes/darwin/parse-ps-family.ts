import { completeLines } from '../../lib/complete-lines.ts';
import type { Relative } from '../family-reader.ts';
import { nameOfComm } from './parse-ps-list.ts';
import { readPsDate } from './read-ps-date.ts';

// `501 1 501 Ss+ ttys001 Sat Nov 21 02:33:05 2026 -zsh`
const linePattern = /^ *(\d+) +(\d+) +(\d+) +(\S+) +(\S+) +[A-Z][a-z]{2} (.{20}) +(.*)$/;

/**
 * Reads `ps -o pid=,ppid=,pgid=,stat=,tty=,lstart=,comm=`. The session itself is a pointer that is always 0 on newer
 * systems; only its leader is told, by an `s` in the state.
 */
export function parsePsFamily(text: string): readonly Relative[] {
  return completeLines(text).flatMap((line) => readLine(line) ?? []);
}

function readLine(line: string): Relative | null {
  const match = linePattern.exec(line);
  if (!match) return null;
  const [, pid, parentPid, group, state = '', tty = '', date = '', comm = ''] = match;
  const startTime = readPsDate(date);
  if (startTime === null || state.startsWith('Z')) return null;
  return {
    pid: Number(pid),
    startTime,
    name: nameOfComm(comm.trim()),
    parentPid: Number(parentPid),
    group: Number(group),
    session: null,
    leadsSession: state.slice(1).includes('s'),
    terminal: /^[?-]+$/.test(tty) ? null : tty,
  };
}
