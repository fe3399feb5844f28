import type { KillReport, KillRequest, KillResult, KillTarget } from '../../../shared/contract/kill.ts';
import type { RestartResult } from '../../../shared/contract/restart.ts';
import { type CapturedRecord, type CaptureWorld, captureRecords } from './capture-records.ts';
import { describeNotFree } from './describe-restart.ts';
import { fromWireIdentity, identityKey } from './identity.ts';
import type { CompleteRecord } from './launch-record.ts';
import { firstVisible, type RestartDependencies } from './restart.ts';
import { followStart, settledRestart } from './start-and-wait.ts';
import { StartError, type StartedAgain, startFromRecord } from './start-from-record.ts';
import type { Undoable, UndoStore } from './undo-store.ts';

/**
 * Runs a kill so that it can be taken back: records are taken before it, and those of what it ended are remembered.
 * Results that share a process share their undo.
 */
export async function killWithUndo(
  request: KillRequest,
  kill: () => Promise<KillReport>,
  store: UndoStore,
  world: CaptureWorld,
): Promise<KillReport> {
  if (!world.records.isPossible) return kill();
  const captured = await Promise.all(
    request.targets.map(({ owners }) => captureRecords(owners.map(fromWireIdentity), world)),
  );
  const report = await kill();
  const groups = groupResults(request.targets, report.results, captured);
  const undos = groups.map((group) => ({
    results: group.results,
    undo: store.remember({ ports: group.ports, records: [...group.records.values()] }),
  }));
  const undoOf = (result: KillResult) => undos.find(({ results }) => results.includes(result))?.undo ?? null;
  return { results: report.results.map((result) => ({ ...result, undo: undoOf(result) })) };
}

interface Group {
  readonly results: KillResult[];
  readonly ports: KillTarget[];
  readonly records: Map<string, CompleteRecord>;
}

/** Only ports that are free now and whose programs can all be started again. */
function groupResults(
  targets: readonly KillTarget[],
  results: readonly KillResult[],
  captured: readonly (readonly CapturedRecord[])[],
): readonly Group[] {
  const groups: Group[] = [];
  for (const [index, target] of targets.entries()) {
    const result = results[index];
    const records = completeRecords(captured[index] ?? []);
    if (!result || records.size === 0 || !isUndoable(result)) continue;
    const same = groups.find((group) => [...records.keys()].some((key) => group.records.has(key)));
    const group: Group = same ?? { results: [], ports: [], records: new Map() };
    if (!same) groups.push(group);
    group.results.push(result);
    group.ports.push(target);
    for (const [key, record] of records) group.records.set(key, record);
  }
  return groups;
}

/** A program that still shuts down cannot be started beside itself. */
function isUndoable({ outcome, processes }: KillResult): boolean {
  return outcome === 'freed' && processes.length > 0 && processes.every(({ ended }) => ended);
}

/** Empty when one of them cannot be started again: half of what was there is not what was there. */
function completeRecords(captured: readonly CapturedRecord[]): ReadonlyMap<string, CompleteRecord> {
  const records = new Map<string, CompleteRecord>();
  for (const { record, refusal } of captured) {
    if (record.kind !== 'complete' || refusal !== null) return new Map();
    records.set(identityKey(record.process), record);
  }
  return records;
}

/** Starts again what a kill took away; one result for each of its ports. */
export async function undoKill(
  { ports, records }: Undoable,
  dependencies: RestartDependencies,
): Promise<readonly RestartResult[]> {
  for (const { port, protocol } of ports) {
    const holders = await dependencies.ports.holders(port, protocol);
    if (holders.length > 0) {
      return ports.map((one) =>
        settledRestart(one.port, 'taken', describeNotFree(port, firstVisible(holders))),
      );
    }
  }
  const started = await startAll(records, dependencies);
  return Promise.all(ports.map((port) => firstBack(port)));

  /** Whoever of them listens there. */
  async function firstBack(port: Undoable['ports'][number]): Promise<RestartResult> {
    const results = await Promise.all(
      started.map((one) =>
        'again' in one
          ? followStart(port, one.again, one.record, dependencies)
          : settledRestart(port.port, 'exited', one.message),
      ),
    );
    const back = results.find(({ outcome }) => outcome === 'back');
    return back ?? results.find(({ outcome }) => outcome !== 'taken') ?? nothingStarted(results, port.port);
  }
}

type Attempt =
  | { readonly again: StartedAgain; readonly record: CompleteRecord }
  | { readonly message: string };

function startAll(
  records: readonly CompleteRecord[],
  dependencies: RestartDependencies,
): Promise<readonly Attempt[]> {
  return Promise.all(
    records.map(async (record): Promise<Attempt> => {
      try {
        return { again: await startFromRecord(record, dependencies), record };
      } catch (error) {
        if (!(error instanceof StartError)) throw error;
        return { message: `${record.process.name} could not be started again: ${error.message}.` };
      }
    }),
  );
}

function nothingStarted(results: readonly RestartResult[], port: number): RestartResult {
  return results[0] ?? settledRestart(port, 'refused', `Nothing held port ${port} that could be started.`);
}
