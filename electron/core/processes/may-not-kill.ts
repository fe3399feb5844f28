import type { Platform } from '../../../shared/contract/host.ts';
import type { ProcessFacts } from './process-reader.ts';

/** What must stay alive. */
export interface Untouchable {
  readonly platform: Platform;
  readonly ownPid: number;
  readonly ownAncestors: readonly number[];
  /** Names of programs from the settings. */
  readonly protectedNames: readonly string[];
}

export type Candidate = Pick<ProcessFacts, 'pid' | 'name' | 'parentPid' | 'command'>;

/** Why this process is never ended, as a sentence; null when it may be. */
export function mayNotKill(process: Candidate, untouchable: Untouchable): string | null {
  const who = `${process.name} (pid ${process.pid})`;
  if (process.pid === untouchable.ownPid) {
    return `${who} is Berth itself: quit Berth to give up its own ports.`;
  }
  if (untouchable.ownAncestors.includes(process.pid)) {
    return `${who} started Berth, and ending it would end Berth as well: close it yourself.`;
  }
  return systemReason(process, who, untouchable.platform) ?? protectedReason(process, who, untouchable);
}

function systemReason(process: Candidate, who: string, platform: Platform): string | null {
  if (platform === 'win32') {
    return process.pid === 0 || process.pid === 4
      ? `${who} is the Windows kernel, which holds ports for drivers and services such as http.sys: stop the service instead.`
      : null;
  }
  if (process.pid <= 1) {
    return `${who} is the first process of the system, and ending it would end all others: stop the unit or service that uses the port instead.`;
  }
  if (platform === 'linux' && isKernelThread(process)) {
    return `${who} is a part of the kernel, which no signal ends: stop the service that asked the kernel for the port instead.`;
  }
  return null;
}

/** Threads of the kernel are children of kthreadd, pid 2, and have no command line. In a container pid 2 is a program. */
function isKernelThread(process: Candidate): boolean {
  return process.command.length === 0 && (process.pid === 2 || process.parentPid === 2);
}

function protectedReason(process: Candidate, who: string, untouchable: Untouchable): string | null {
  const plain = untouchable.platform === 'win32' ? windowsName : (name: string) => name;
  return untouchable.protectedNames.some((name) => plain(name) === plain(process.name))
    ? `${who} is protected: take "${process.name}" off the protected names in the settings to end it.`
    : null;
}

function windowsName(name: string): string {
  return name.toLowerCase().replace(/\.exe$/, '');
}
