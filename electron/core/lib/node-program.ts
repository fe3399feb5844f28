/** A program of ours in a process of its own, with a line to it. */
export interface NodeProgram {
  /** Null when it could not be started. */
  readonly pid: number | null;
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Resolves when it has ended, whatever the reason, with a sentence's worth of it: `exit code 1`, `SIGKILL`. */
  readonly ended: Promise<string>;
  /** Ends it at once. */
  kill(): void;
}

/** Starts a bundled script as a Node process. Each shell has its way: Node forks, Electron has utility processes. */
export type StartNodeProgram = (file: string) => NodeProgram;
