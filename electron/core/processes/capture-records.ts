import type { LaunchRecord, LaunchRecordReader } from './launch-record.ts';
import { mayRestart, type RestartCircumstances } from './may-restart.ts';
import type { ProcessIdentity, ProcessReader } from './process-reader.ts';
import type { SupervisedProgram } from './supervision.ts';

export interface CaptureWorld {
  readonly processes: ProcessReader;
  readonly records: LaunchRecordReader;
  readonly ownPid: number;
  readonly hasExactLauncher: boolean;
  /** What starts and looks after the program (`systemd unit nginx.service`); null when nothing does. */
  supervisorOf(program: SupervisedProgram): Promise<string | null> | string | null;
}

export interface CapturedRecord {
  readonly record: LaunchRecord;
  /** Why it cannot be started again as it was; null when it can. */
  readonly refusal: string | null;
}

/**
 * Takes the records of processes before they are ended. Of a family only its head has one: starting it starts the
 * others. A process that ended already is left out.
 */
export async function captureRecords(
  identities: readonly ProcessIdentity[],
  world: CaptureWorld,
): Promise<readonly CapturedRecord[]> {
  const facts = await world.processes.describe(identities);
  const programs = await Promise.all(
    [...facts.values()].map(async (one) => ({
      facts: one,
      ancestors: await world.processes.ancestors(one.pid),
    })),
  );
  const isHead = ({ ancestors }: SupervisedProgram) => !ancestors.some(({ pid }) => facts.has(pid));
  return Promise.all(programs.filter(isHead).map((program) => capture(program, world)));
}

async function capture(program: SupervisedProgram, world: CaptureWorld): Promise<CapturedRecord> {
  const { pid, startTime, name } = program.facts;
  const circumstances: RestartCircumstances = {
    ownPid: world.ownPid,
    own: world.records.own(),
    supervisor: await world.supervisorOf(program),
    hasExactLauncher: world.hasExactLauncher,
  };
  const record = await world.records.read({ pid, startTime, name });
  return { record, refusal: mayRestart(record, circumstances) };
}
