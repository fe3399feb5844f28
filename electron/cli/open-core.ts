import { homedir } from 'node:os';
import type { Core } from '../core/core.ts';
import { systemClock } from '../core/lib/clock.ts';
import { dataFolder } from '../core/lib/data-folder.ts';
import { createStderrLog } from '../core/lib/stderr-log.ts';

/** The core for a command that runs once: on this thread, quiet as long as all is well. */
export async function openCore(version: string, system: NodeJS.Platform): Promise<Core> {
  const platform = supported(system);
  const { createCore } = await import('../core/create-core.ts');
  return createCore({
    version,
    platform,
    dataFolder: dataFolder({ platform, env: process.env, home: homedir() }),
    clock: systemClock,
    log: createStderrLog('warn'),
    scanWorkerFile: null,
  });
}

function supported(system: NodeJS.Platform): 'linux' | 'darwin' | 'win32' {
  if (system === 'linux' || system === 'darwin' || system === 'win32') return system;
  throw new Error(`Berth knows Linux, macOS and Windows, and this is ${system}.`);
}
