import type { Platform } from '../../../shared/contract/host.ts';
import type { KillReport, KillRequest } from '../../../shared/contract/kill.ts';
import type { ProcessIdentityWire } from '../../../shared/contract/processes.ts';
import type { ProcessOutput, RestartRequest, RestartResult } from '../../../shared/contract/restart.ts';
import type { UndoRequest } from '../../../shared/contract/undo.ts';
import { fail, type Outcome, succeed } from '../../../shared/rpc/failure.ts';
import type { Clock } from '../lib/clock.ts';
import { chooseLaunchRecords } from './choose-launch-records.ts';
import { chooseSupervisorTools } from './choose-supervisor-tools.ts';
import { type ExactLauncher, findExactLauncher } from './exact-launcher.ts';
import { type ContainerOf, findSupervision, type SupervisionQuestion } from './find-supervision.ts';
import { fromWireIdentity } from './identity.ts';
import { OutputFolder, type OutputLimits } from './output-folder.ts';
import type { PortView } from './port-view.ts';
import type { ProcessReader } from './process-reader.ts';
import { readTail, tailLimits } from './read-output.ts';
import { type RestartDependencies, restartPort } from './restart.ts';
import { type RestartTiming, restartTiming } from './restart-timing.ts';
import type { SupervisedProgram } from './supervision.ts';
import { killWithUndo, undoKill } from './undo-kill.ts';
import { type UndoLimits, UndoStore } from './undo-store.ts';

export interface RestarterOptions {
  readonly platform: Platform;
  readonly processes: ProcessReader;
  /** Read now, past every cache. */
  readonly ports: PortView;
  readonly clock: Clock;
  /** Output is kept in `output` below it. */
  readonly dataFolder: string;
  readonly ownPid: number;
  /** Ends who holds ports; its results have no undo yet. */
  kill(request: KillRequest, signal: AbortSignal | undefined): Promise<KillReport>;
  /** The container that a process is in or leads into; without it containers are known as such, but not by name. */
  readonly containerOf?: ContainerOf;
  /** What starts and looks after a program (`systemd unit nginx.service`); looked for where it is not given. */
  supervisorOf?(program: SupervisedProgram): Promise<string | null> | string | null;
  /** What hands over bytes that are no text; looked for where it is not given. */
  readonly exactLauncher?: ExactLauncher | null;
  readonly timing?: RestartTiming;
  readonly undoLimits?: UndoLimits;
  readonly outputLimits?: OutputLimits;
}

/** Starting again what was ended. Launch records stay in memory; nothing is read or written before it is asked for. */
export interface Restarter {
  restart(request: RestartRequest, signal?: AbortSignal): Promise<RestartResult>;
  /** The kill it was given, between taking launch records and remembering them: results can be taken back. */
  kill(request: KillRequest, signal?: AbortSignal): Promise<KillReport>;
  undo(request: UndoRequest): Promise<Outcome<readonly RestartResult[]>>;
  /** What a program printed that Berth started, in this run or an earlier one, or that such a program started. */
  readOutput(identity: ProcessIdentityWire): Promise<Outcome<ProcessOutput>>;
  /** For a Berth that stays: keeps output within bounds, also of programs that an earlier run started. */
  keepOutputBounded(): void;
  /** Forgets all records. What was started goes on. */
  close(): void;
}

export function createRestarter(options: RestarterOptions): Restarter {
  const { processes, clock } = options;
  const store = new UndoStore(clock, options.undoLimits);
  const output = new OutputFolder(options.dataFolder, clock, options.outputLimits);
  const records = chooseLaunchRecords(options.platform, processes);
  const supervision: SupervisionQuestion = {
    platform: options.platform,
    tools: chooseSupervisorTools(options.platform),
    containerOf: options.containerOf,
    uid: process.getuid?.() ?? null,
  };
  const findSupervisor = async (program: SupervisedProgram) =>
    (await findSupervision(program, supervision))?.name ?? null;
  const world = (): RestartDependencies => {
    const exactLauncher = options.exactLauncher === undefined ? findExactLauncher() : options.exactLauncher;
    return {
      ...options,
      kill: options.kill,
      supervisorOf: options.supervisorOf ?? findSupervisor,
      records,
      output,
      exactLauncher,
      hasExactLauncher: exactLauncher !== null,
      ownUmask: records.own().umask,
      timing: options.timing ?? restartTiming,
    };
  };

  async function outputFiles(identity: ProcessIdentityWire): Promise<readonly string[]> {
    const own = await output.find(fromWireIdentity(identity));
    if (own.length > 0) return own;
    const ancestors = await processes.ancestors(identity.pid);
    for (const one of (await processes.identify(ancestors.map(({ pid }) => pid))).values()) {
      const files = await output.find(one);
      if (files.length > 0) return files;
    }
    return [];
  }

  return {
    restart: (request, signal) => restartPort(request, world(), signal),
    kill: (request, signal) => killWithUndo(request, () => options.kill(request, signal), store, world()),
    async undo({ id }) {
      const undoable = store.take(id);
      if (!undoable) return fail('not-found', 'That kill cannot be taken back any more.');
      return succeed(await undoKill(undoable, world()));
    },
    async readOutput(identity) {
      const files = await outputFiles(identity);
      if (files.length === 0) {
        return fail('not-found', `Berth did not start process ${identity.pid}, so it has no output of it.`);
      }
      const { lines, isCut } = await readTail(files, tailLimits, files.length > 1);
      return succeed({ pid: identity.pid, lines: [...lines], isCut });
    },
    keepOutputBounded: () => output.watch(),
    close() {
      output.close();
      store.clear();
    },
  };
}
