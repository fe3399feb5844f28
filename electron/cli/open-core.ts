import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Platform } from '../../shared/contract/host.ts';
import type { Core } from '../core/core.ts';
import { createCore } from '../core/create-core.ts';
import { systemClock } from '../core/lib/clock.ts';
import { dataFolder } from '../core/lib/data-folder.ts';
import { forkNodeProgram } from '../core/lib/fork-node-program.ts';
import { createStderrLog } from '../core/lib/stderr-log.ts';

/** The core for a command that runs once: on this thread, quiet as long as all is well. */
export async function openCore(version: string, platform: Platform): Promise<Core> {
  return createCore({
    version,
    platform,
    dataFolder: dataFolder({ platform, env: process.env, home: homedir() }),
    clock: systemClock,
    log: createStderrLog('warn'),
    scanWorkerFile: null,
    folderProgramFile: path.join(path.dirname(fileURLToPath(import.meta.url)), 'folder-program.js'),
    startNodeProgram: forkNodeProgram,
  });
}
