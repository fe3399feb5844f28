import { userInfo } from 'node:os';
import { onTestFinished } from 'vitest';
import { createCore } from '../../../electron/core/create-core.ts';
import { systemClock } from '../../../electron/core/lib/clock.ts';
import { forkNodeProgram } from '../../../electron/core/lib/fork-node-program.ts';
import { createProbes } from '../../../electron/core/probes/create-probes.ts';
import { readLocalhostOrder } from '../../../electron/core/probes/localhost/read-localhost-order.ts';
import type { Probes } from '../../../electron/core/probes/probes.ts';
import { defaultSettings } from '../../../shared/contract/default-settings.ts';
import type { Platform } from '../../../shared/contract/host.ts';
import type { Listener } from '../../../shared/contract/ports.ts';
import { type ProbeAnswer, probeAnswerSchema } from '../../../shared/contract/probes.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { SilentLog } from '../../fakes/silent-log.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

export interface ProbesHere {
  readonly probes: Probes;
  /** Waits until something listens on the port, which takes no connection. */
  listenerOn(port: number): Promise<Listener>;
  /** Probes on request what listens on the port. */
  probe(port: number): Promise<ProbeAnswer>;
}

/** Probes over the real list of this machine. */
export async function probesHere(
  change: Partial<Settings> = {},
  order = readLocalhostOrder(process.platform as Platform),
): Promise<ProbesHere> {
  const platform = process.platform as Platform;
  const core = createCore({
    version: '1.2.3',
    platform,
    dataFolder: await temporaryFolder(),
    clock: systemClock,
    log: new SilentLog(),
    scanWorkerFile: null,
    folderProgramFile: '',
    startNodeProgram: forkNodeProgram,
  });
  const probes = createProbes({
    platform,
    ownPid: -1,
    ownUser: userInfo().username,
    version: '1.2.3',
    clock: systemClock,
    log: new SilentLog(),
    snapshot: () => core.snapshot(),
    onChanges: (listener) => core.onChanges(listener),
    settings: async () => ({ ...defaultSettings, ...change }),
    onSettings: () => () => undefined,
    order: () => order,
  });
  onTestFinished(async () => {
    await probes.close();
    await core.close();
  });
  const listenerOn = async (port: number) => {
    for (let attempt = 0; attempt < 300; attempt += 1) {
      const { listeners } = await core.refresh();
      const found = listeners.find((listener) => listener.port === port && listener.protocol === 'tcp');
      if (found && found.owners.length > 0) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`nothing came to listen on ${port}`);
  };
  return {
    probes,
    listenerOn,
    async probe(port) {
      const { id } = await listenerOn(port);
      const outcome = await probes.run(id, 'request', new AbortController().signal);
      if (!outcome.ok) throw new Error(outcome.failure.message);
      return probeAnswerSchema.parse(outcome.value);
    },
  };
}
