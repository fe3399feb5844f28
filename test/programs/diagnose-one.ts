// diagnose-one.ts TEXT: asks the doctor of the core, as the user who runs it, and prints the diagnosis.
import { createCore } from '../../electron/core/create-core.ts';
import { systemClock } from '../../electron/core/lib/clock.ts';
import { forkNodeProgram } from '../../electron/core/lib/fork-node-program.ts';
import { SilentLog } from '../fakes/silent-log.ts';

const core = createCore({
  version: '1.2.3',
  platform: 'linux',
  dataFolder: '/nonexistent/berth',
  clock: systemClock,
  log: new SilentLog(),
  scanWorkerFile: null,
  folderProgramFile: '',
  startNodeProgram: forkNodeProgram,
});
const text = process.argv[2] ?? '';
console.log(
  JSON.stringify(await core.doctor.diagnose({ text, connect: false }, new AbortController().signal)),
);
await core.close();
