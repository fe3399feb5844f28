/** How long each step of a restart may take; all in milliseconds. */
export interface RestartTiming {
  readonly leaveMs: number;
  readonly listenMs: number;
  readonly daemonMs: number;
  readonly pollMs: number;
}

export const restartTiming: RestartTiming = {
  // The port is free and the program still flushes: two of them at once could write the same files.
  leaveMs: 30_000,
  // Large development servers compile for about ten seconds before they listen.
  listenMs: 15_000,
  // A daemon's first process ends with 0 as soon as the one that stays has been started.
  daemonMs: 1000,
  // Well under what a person notices; each poll is a scan.
  pollMs: 50,
};
