import type { LocalhostTruth } from '../../../../shared/contract/probes.ts';
import type { ActivityEntry } from '../probe-activity-log.ts';
import { ProbeBudget } from '../probe-budget.ts';
import { openConnection } from '../probe-connection.ts';

type Path = LocalhostTruth['paths'][number];

export interface ConfirmOptions {
  readonly signal: AbortSignal;
  readonly mayConnect: (listenerId: string) => boolean;
  readonly onConnected: (entry: Omit<ActivityEntry, 'at' | 'trigger' | 'port'>) => void;
}

/** Connects once to each address that somebody holds and that may be touched, sends nothing, and closes. */
export async function confirmLocalhost(
  truth: LocalhostTruth,
  options: ConfirmOptions,
): Promise<LocalhostTruth> {
  const paths = await Promise.all(truth.paths.map((path) => confirmPath(path, truth.port, options)));
  return { ...truth, paths };
}

async function confirmPath(path: Path, port: number, options: ConfirmOptions): Promise<Path> {
  // Where the list says that nobody listens, a connection could only surprise somebody who came since.
  if (path.listenerId === null) return path;
  if (!options.mayConnect(path.listenerId)) return { ...path, connected: 'not-allowed' };
  const { address } = path;
  const budget = new ProbeBudget();
  const opened = await openConnection({ address, port }, budget, options.signal);
  if (opened.kind === 'open') await opened.connection.close();
  const connected = connectedAs[opened.kind];
  options.onConnected({
    address,
    owner: path.holder,
    purpose: 'where localhost leads',
    ...budget.spent,
    result: connected,
  });
  return { ...path, connected };
}

const connectedAs = {
  open: 'yes',
  refused: 'refused',
  'no-address': 'refused',
  'timed-out': 'timed-out',
  'called-off': 'not-tried',
} as const;
