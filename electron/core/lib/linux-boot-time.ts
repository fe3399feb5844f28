import { readFileSync } from 'node:fs';

/**
 * Milliseconds since the epoch at which the kernel started. The kernel derives it from the wall clock, so it moves
 * when the clock is set: read it once per run and share the value, or start times stop being comparable.
 */
export function readBootTime(procRoot = '/proc'): number {
  const seconds = /^btime (\d+)$/m.exec(readFileSync(`${procRoot}/stat`, 'latin1'))?.[1];
  if (seconds === undefined) throw new Error(`${procRoot}/stat does not tell when the system started`);
  return Number(seconds) * 1000;
}

/** Milliseconds per tick of `starttime` in /proc/<pid>/stat: USER_HZ is 100 on every architecture Node runs on. */
export const millisecondsPerTick = 10;
