import type { Platform } from '../../shared/contract/host.ts';
import type { Clock } from './lib/clock.ts';
import type { Log } from './lib/log.ts';
import type { StartNodeProgram } from './lib/node-program.ts';

/** What a shell must bring along so that the core can run in it. */
export interface CoreHost {
  /** Berth's own version. */
  readonly version: string;
  readonly platform: Platform;
  /** Where settings, labels and history are kept. Created when first written to. */
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly log: Log;
  /** The bundled scan worker; null scans on the calling thread, which suits a command that runs once. */
  readonly scanWorkerFile: string | null;
  /** The bundled program that serves one folder, and this shell's way to start a script in a process of its own. */
  readonly folderProgramFile: string;
  readonly startNodeProgram: StartNodeProgram;
}
