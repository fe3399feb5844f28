/** How long each step of ending a process may take; `Ms` in milliseconds. */
export interface KillTiming {
  readonly graceMs: number;
  readonly longestGraceMs: number;
  readonly extensionMs: number;
  readonly forceMs: number;
  readonly respawnWatchMs: number;
  readonly shortWatchMs: number;
  readonly supervisedWatchMs: number;
  readonly firstPollMs: number;
  readonly longestPollMs: number;
  /** Pause after telling who has a pid, as a multiple of the time that took. */
  readonly lookPause: number;
  /** How often the ports are read before a failure to do so is the answer. */
  readonly readAttempts: number;
}

export const killTiming: KillTiming = {
  // Half a second loses data that real servers still flush; people accept to wait about this long before they ask why.
  graceMs: 5000,
  // A program that closed its port or loses its children is on its way; service managers allow 10 s to 90 s.
  longestGraceMs: 30_000,
  // How often a program that is on its way is asked whether it still is.
  extensionMs: 1000,
  // SIGKILL works at once unless the process waits inside the kernel, and then no waiting helps.
  forceMs: 2000,
  // Supervisors that restart at once need 10 ms to 700 ms until the port listens again.
  respawnWatchMs: 1000,
  // For a program that a shell or nobody started: a loop in a shell starts the next one within a few milliseconds, and
  // that new process is what is looked for, not yet its port.
  shortWatchMs: 150,
  // For a program with a known supervisor: supervisord looks once a second, and then the program has to start.
  supervisedWatchMs: 5000,
  // Most programs end within 20 ms; later ones are asked less and less often.
  firstPollMs: 10,
  longestPollMs: 100,
  // On macOS and Windows each look starts a program; this keeps a waiting Berth at a sixth of one core.
  lookPause: 5,
  // A tool that timed out once under load mostly answers the next time.
  readAttempts: 5,
};
