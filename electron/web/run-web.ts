import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Platform } from '../../shared/contract/host.ts';
import { createCore } from '../core/create-core.ts';
import { systemClock } from '../core/lib/clock.ts';
import { dataFolder } from '../core/lib/data-folder.ts';
import { forkNodeProgram } from '../core/lib/fork-node-program.ts';
import { createStderrLog } from '../core/lib/stderr-log.ts';
import { offerWeb, type WebOffer } from './offer-web.ts';

export interface WebRun extends Pick<WebOffer, 'port' | 'open' | 'json' | 'print' | 'complain' | 'stop'> {
  readonly version: string;
  readonly platform: Platform;
}

/** Where the bundle of this file lies: the scan worker is beside it, the built interface in a folder next to it. */
const bundleFolder = path.dirname(fileURLToPath(import.meta.url));

/** Makes the core, offers the interface in a browser until stopped, and resolves with the exit code. */
export async function runWeb({ version, platform, ...offer }: WebRun): Promise<number> {
  const log = createStderrLog('warn');
  const core = createCore({
    version,
    platform,
    dataFolder: dataFolder({ platform, env: process.env, home: homedir() }),
    clock: systemClock,
    log,
    scanWorkerFile: path.join(bundleFolder, 'scan-worker.js'),
    folderProgramFile: path.join(bundleFolder, 'folder-program.js'),
    startNodeProgram: forkNodeProgram,
  });
  try {
    return await offerWeb({
      ...offer,
      core,
      log,
      browser: { platform, env: process.env },
      uiFolder: path.join(bundleFolder, '..', 'renderer'),
    });
  } finally {
    await core.close();
  }
}
