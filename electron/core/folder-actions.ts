import type { ServedFolder, ServeResult } from '../../shared/contract/folders.ts';
import type { KillReport, KillRequest, KillResult, KillTarget } from '../../shared/contract/kill.ts';
import type { RestartRequest, RestartResult } from '../../shared/contract/restart.ts';
import type { UndoRequest } from '../../shared/contract/undo.ts';
import { type Outcome, succeed } from '../../shared/rpc/failure.ts';
import type { Folders } from './folders/folders.ts';
import { type Clock, toInstant } from './lib/clock.ts';
import type { PortView } from './processes/port-view.ts';

/** What can be done to whoever holds a port. */
export interface PortActions {
  kill(request: KillRequest, signal: AbortSignal): Promise<KillReport>;
  restart(request: RestartRequest, signal: AbortSignal): Promise<RestartResult>;
  undo(request: UndoRequest): Promise<Outcome<readonly RestartResult[]>>;
}

export interface FolderActionsOptions {
  readonly folders: Pick<Folders, 'list' | 'start' | 'stop'>;
  readonly ports: PortView;
  readonly clock: Clock;
  /** For everybody else's ports. */
  readonly others: PortActions;
}

const undoLasts = 60_000;
const undoMark = 'folder/';

/** A served folder's port is stopped and started as the folder that it is, everything else as what it is. */
export function createFolderActions({ folders, ports, clock, others }: FolderActionsOptions): PortActions {
  const servedAt = ({ port, protocol, owners }: KillTarget): ServedFolder | undefined =>
    protocol === 'tcp'
      ? folders
          .list()
          .find((folder) => folder.port === port && owners.some((owner) => owner.pid === folder.pid))
      : undefined;

  async function stop(folder: ServedFolder, target: KillTarget): Promise<KillResult> {
    const begun = clock.elapsed();
    await folders.stop(folder.id);
    const [holder] = await ports.holders(folder.port, 'tcp');
    const blank = { signals: [], supervisor: null, supervisorCommand: null };
    const owner = target.owners.find(({ pid }) => pid === folder.pid);
    return {
      ...blank,
      port: folder.port,
      outcome: holder ? 'taken' : 'freed',
      waitedMs: clock.elapsed() - begun,
      processes: owner ? [{ ...owner, name: 'Berth', ended: true }] : [],
      newOwner: holder && !holder.hidden ? { pid: holder.pid, name: holder.name } : null,
      undo: { id: undoMark + folder.id, until: toInstant(clock.now() + undoLasts) },
      message: holder
        ? `Stopped serving ${folder.name}, and another program has taken ${folder.port} since.`
        : `Stopped serving ${folder.name}. ${folder.port} is free.`,
    };
  }

  async function start(id: string, port: number): Promise<RestartResult> {
    const begun = clock.elapsed();
    const started = await folders.start(id);
    const blank = { process: null, exitCode: null, signal: null, lastLines: [] };
    const waitedMs = clock.elapsed() - begun;
    if (!started.ok) {
      return { ...blank, port, outcome: 'refused', waitedMs, message: started.failure.message };
    }
    return { ...blank, waitedMs, ...startedAs(started.value, port) };
  }

  return {
    async kill(request, signal) {
      const own = request.targets.map((target) => ({ target, folder: servedAt(target) }));
      const targets = own.flatMap(({ target, folder }) => (folder ? [] : [target]));
      const report =
        targets.length > 0 ? await others.kill({ ...request, targets }, signal) : { results: [] };
      const rest = [...report.results];
      const results: KillResult[] = [];
      for (const { target, folder } of own) {
        const result = folder ? await stop(folder, target) : rest.shift();
        if (result) results.push(result);
      }
      return { results };
    },
    async restart(request, signal) {
      const folder = servedAt(request.target);
      if (!folder) return others.restart(request, signal);
      await folders.stop(folder.id);
      return start(folder.id, folder.port);
    },
    async undo(request) {
      if (!request.id.startsWith(undoMark)) return others.undo(request);
      const id = request.id.slice(undoMark.length);
      const port = folders.list().find((folder) => folder.id === id)?.port ?? 1;
      return succeed([await start(id, port)]);
    },
  };
}

function startedAs(result: ServeResult, port: number): Pick<RestartResult, 'port' | 'outcome' | 'message'> {
  if (result.outcome === 'refused') return { port, outcome: 'refused', message: result.message };
  const { folder } = result;
  const isBack = folder.port === port;
  return {
    port,
    outcome: isBack ? 'back' : 'taken',
    message: isBack
      ? `Serving ${folder.name} on ${port} again.`
      : (folder.message ?? `Now on ${folder.port}.`),
  };
}
