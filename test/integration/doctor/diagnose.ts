import { onTestFinished } from 'vitest';
import { createCore } from '../../../electron/core/create-core.ts';
import { systemClock } from '../../../electron/core/lib/clock.ts';
import { forkNodeProgram } from '../../../electron/core/lib/fork-node-program.ts';
import { type Diagnosis, diagnosisSchema } from '../../../shared/contract/doctor.ts';
import { SilentLog } from '../../fakes/silent-log.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

/** What the doctor of a real core says, on this very machine, with its real probes. */
export async function diagnose(text: string, connect = true): Promise<Diagnosis> {
  const core = createCore({
    version: '1.2.3',
    platform: 'linux',
    dataFolder: await temporaryFolder(),
    clock: systemClock,
    log: new SilentLog(),
    scanWorkerFile: null,
    folderProgramFile: '',
    startNodeProgram: forkNodeProgram,
  });
  onTestFinished(() => core.close());
  return diagnosisSchema.parse(await core.doctor.diagnose({ text, connect }, new AbortController().signal));
}
