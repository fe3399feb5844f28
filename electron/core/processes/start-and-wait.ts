import type { RestartResult } from '../../../shared/contract/restart.ts';
import { describeComeback } from './describe-restart.ts';
import { toWireIdentity } from './identity.ts';
import type { CompleteRecord, NamedProcess } from './launch-record.ts';
import { lastLinesLimits, readTail } from './read-output.ts';
import { StartError, type StartedAgain, type StartWorld, startFromRecord } from './start-from-record.ts';
import { type BackWorld, type Comeback, type Port, waitUntilBack } from './wait-until-back.ts';

/** Starts a program from its record and tells what became of the port. */
export async function startAndWait(
  port: Port,
  record: CompleteRecord,
  world: StartWorld & BackWorld,
  signal?: AbortSignal,
): Promise<RestartResult> {
  try {
    const started = await startFromRecord(record, world);
    return await followStart(port, started, record, world, signal);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    return settledRestart(
      port.port,
      'exited',
      `${record.process.name} could not be started again: ${error.message}. Port ${port.port} is free.`,
    );
  }
}

/** Waits for a program that was started already. */
export async function followStart(
  port: Port,
  started: StartedAgain,
  record: CompleteRecord,
  world: StartWorld & BackWorld,
  signal?: AbortSignal,
): Promise<RestartResult> {
  const comeback = await waitUntilBack(port, started, record, world, signal);
  const end = started.end();
  const files = await world.output.find(started.process);
  const { lines } = await readTail(files, lastLinesLimits, files.length > 1);
  const process = shownProcess(started, comeback);
  return {
    port: port.port,
    outcome: comeback.kind,
    process: { ...toWireIdentity(process), name: process.name },
    waitedMs: Math.round(comeback.waitedMs),
    exitCode: end?.exitCode ?? null,
    signal: end?.signal ?? null,
    lastLines: [...lines],
    message: describeComeback(port.port, started.process, comeback),
  };
}

/** The program that was started, also when a child of it holds the port; a daemon's first process is over by then. */
function shownProcess(started: StartedAgain, comeback: Comeback): NamedProcess {
  return comeback.kind === 'back' && started.end() !== null ? comeback.holder : started.process;
}

/** A result for a port for which nothing was started. */
export function settledRestart(
  port: number,
  outcome: RestartResult['outcome'],
  message: string,
): RestartResult {
  return { port, outcome, process: null, waitedMs: 0, exitCode: null, signal: null, lastLines: [], message };
}
