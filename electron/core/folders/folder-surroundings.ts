import type { NetworkInterfaceInfo } from 'node:os';
import type { Platform } from '../../../shared/contract/host.ts';
import type { Clock } from '../lib/clock.ts';
import type { StartNodeProgram } from '../lib/node-program.ts';
import type { HolderOf } from './explain-port.ts';

/** What every folder needs of the world around it. */
export interface FolderSurroundings {
  readonly startProgram: StartNodeProgram;
  readonly programFile: string;
  readonly platform: Platform;
  readonly clock: Clock;
  readonly holderOf: HolderOf;
  readonly networkInterfaces: () => Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;
  /** Names under which other machines know this one: `workbench`, `workbench.local`. */
  readonly hostNames: readonly string[];
  /** Waits until nothing else is being done to any folder. */
  readonly inTurn: <T>(run: () => Promise<T>) => Promise<T>;
  /** People see something else of it now. */
  readonly changed: () => void;
  /** Only its counts are others. */
  readonly counted: () => void;
}
