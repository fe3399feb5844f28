import type {
  CompleteRecord,
  LaunchRecord,
  MissingPart,
  NamedProcess,
  OwnLaunch,
  StandardInput,
} from './launch-record.ts';
import { plainStart } from './plain-start.ts';

export interface RestartCircumstances {
  readonly ownPid: number;
  readonly own: OwnLaunch;
  /** What starts and looks after it: `systemd unit nginx.service`, `nodemon (pid 812)`. */
  readonly supervisor: string | null;
  /** A program is here that can start it with bytes that are no text and with an umask of its own. */
  readonly hasExactLauncher: boolean;
}

/** Why this process cannot be ended and started again as it was, as a sentence; null when it can. */
export function mayRestart(record: LaunchRecord, circumstances: RestartCircumstances): string | null {
  const { process } = record;
  const who = `${process.name} (pid ${process.pid})`;
  if (process.pid === circumstances.ownPid) return `${who} is Berth itself: quit Berth and open it again.`;
  if (circumstances.supervisor !== null) {
    return `${who} belongs to ${circumstances.supervisor}, and one that Berth starts would not: restart it there.`;
  }
  if (record.kind === 'incomplete') return incompleteReason(record.process, record.reasons);
  return (
    placeReason(record, who) ??
    userReason(record, circumstances.own, who) ??
    channelReason(record, who) ??
    inputReason(record.stdin, who) ??
    launcherReason(record, circumstances, who)
  );
}

const missing: Readonly<Record<MissingPart, string>> = {
  ended: 'it has ended before its arguments and environment were noted',
  'other-user': 'it belongs to another user, whose environment Berth may not read',
  unreadable: 'its arguments, folder or environment cannot be read',
  'command-overwritten': 'it has written a title over its arguments, so nobody knows them any more',
  'command-ambiguous': 'this system does not tell where one of its arguments ends and the next begins',
  'environment-overwritten': 'it has written over its environment',
  'environment-unreadable': 'this system does not let its environment be read',
  'folder-unreadable': 'this system does not tell the folder it runs in',
};

function incompleteReason(process: NamedProcess, reasons: readonly MissingPart[]): string {
  const why = reasons.map((reason) => missing[reason]).join(', and ');
  return `${process.name} (pid ${process.pid}) cannot be started again as it was: ${why}. Restart it where you started it.`;
}

function placeReason({ isElsewhere, executable, folder }: CompleteRecord, who: string): string | null {
  if (isElsewhere) {
    return `${who} runs in a container or another namespace, and outside of it would not be the same: restart the container instead.`;
  }
  if (executable.state === 'missing') {
    return `${who} cannot be started again: its program ${executable.path} was deleted.`;
  }
  // Another folder of the same name is not the one it works in.
  if (folder.state !== 'present') {
    return `${who} cannot be started again: the folder it runs in, ${folder.path}, was deleted.`;
  }
  return null;
}

function userReason({ user }: CompleteRecord, own: OwnLaunch, who: string): string | null {
  if (user.isMixed) return `${who} runs with rights of two users, which Berth cannot give it again.`;
  if (user.uid === own.uid && user.gid === own.gid) return null;
  return user.uid === own.uid
    ? `${who} runs with another group than Berth, and would be started with other rights than it has.`
    : `${who} belongs to another user, and Berth would start it with other rights than it has.`;
}

/** Variables that name an open descriptor, which a new process does not get. */
function channelReason({ environment, process }: CompleteRecord, who: string): string | null {
  if (environment.has('NODE_CHANNEL_FD')) {
    return `${who} was started by a Node program that it keeps talking to, and alone it would not work: restart that program instead.`;
  }
  // With another pid it was meant for an ancestor that passed it on.
  if (environment.has('LISTEN_FDS') && environment.has('LISTEN_PID', String(process.pid))) {
    return `${who} was handed its open ports when it was started (socket activation): restart its unit instead.`;
  }
  return null;
}

/**
 * A restarted program gets /dev/null (or the same file) for its input. Many servers sit behind a pipe that nobody uses:
 * npm, concurrently and every editor start them so, and these do not miss it. It matters when the program waits on it
 * right now, since it acts on input or ends when input ends; and when nobody can write any more, since then what
 * came through it (`cat config | server`) is gone. A program that read a line, stopped reading, and whose pipe is still
 * open cannot be told from one that never read.
 */
function inputReason(stdin: StandardInput, who: string): string | null {
  switch (stdin.kind) {
    case 'null':
    case 'closed':
    case 'terminal':
      return null;
    case 'file':
      return stdin.isGone ? `${who} read its input from a file that is gone: ${stdin.path}.` : null;
    case 'other':
      return `${who} reads its input from something that cannot be opened again.`;
    case 'pipe':
      if (stdin.isRead) return waitsForInput(who);
      return stdin.hasWriter
        ? null
        : `${who} was given input through a pipe that is closed by now, so it cannot be given the same again. Restart it where you started it.`;
    case 'socket':
      if (!stdin.isPair) return `${who} was started for one connection, which is its input.`;
      return stdin.isRead ? waitsForInput(who) : null;
  }
}

function waitsForInput(who: string): string {
  return `${who} waits for input from the program that started it, and without that program it would not work the same: restart that program instead.`;
}

function launcherReason(
  record: CompleteRecord,
  { own, hasExactLauncher }: RestartCircumstances,
  who: string,
): string | null {
  if (record.environment.hasTwins()) {
    return `${who} was given a variable twice, and no program here can hand over both.`;
  }
  if (hasExactLauncher || plainStart(record, own.umask)) return null;
  return `${who} needs an umask or bytes in its arguments or environment that only perl or python3 can hand over here, and neither is installed.`;
}
