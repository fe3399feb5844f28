/** Below the ephemeral ranges of Linux; on the list of nobody. */
export const defaultWebPort = 62_893;

const alternatives = 7;

/** 0 lets the system pick; more than once, because a port that is free on 127.0.0.1 can be held on ::1. */
const anyPort = [0, 0, 0];

/** The ports to try, in order: the wanted one alone, else the default, those after it, and then any. */
export function webPortCandidates(wanted: number | null, isHeld: (port: number) => boolean): number[] {
  if (wanted === 0) return anyPort;
  if (wanted !== null) return [wanted];
  const near = Array.from({ length: alternatives }, (_, index) => defaultWebPort + index);
  return [...near.filter((port) => !isHeld(port)), ...anyPort];
}
