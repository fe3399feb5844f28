import { homedir, hostname, userInfo } from 'node:os';
import type { Core } from './core.ts';
import type { CoreHost } from './core-host.ts';

/** Facts about this machine and this user that stay the same for a run. */
export function readHost({ version, platform }: CoreHost): Core['host'] {
  return {
    version,
    platform,
    hostname: hostname(),
    user: userName(),
    home: homedir(),
    privileged: process.geteuid?.() === 0,
    pid: process.pid,
  };
}

/** A user without an entry in the system's list is known by number only. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.geteuid?.() ?? 'unknown');
  }
}
