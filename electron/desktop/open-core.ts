import { homedir } from 'node:os';
import path from 'node:path';
import type { Platform } from '../../shared/contract/host.ts';
import type { Core } from '../core/core.ts';
import { createCore } from '../core/create-core.ts';
import { systemClock } from '../core/lib/clock.ts';
import { dataFolder } from '../core/lib/data-folder.ts';
import type { Log } from '../core/lib/log.ts';
import { startUtilityProgram } from './start-utility-program.ts';

/** From `package.json`, put in by the bundler. */
declare const __BERTH_VERSION__: string;

/** The core as this shell runs it: scanning in a worker, so that the window never waits for a scan. */
export function openCore(platform: Platform, log: Log, bundleFolder: string): Core {
  return createCore({
    version: __BERTH_VERSION__,
    platform,
    dataFolder: userFolder(platform),
    clock: systemClock,
    log,
    scanWorkerFile: path.join(bundleFolder, 'scan-worker.cjs'),
    folderProgramFile: path.join(bundleFolder, 'folder-program.cjs'),
    startNodeProgram: startUtilityProgram,
  });
}

/** Where every shell keeps what this user sets. */
export function userFolder(platform: Platform): string {
  return dataFolder({ platform, env: process.env, home: homedir() });
}
