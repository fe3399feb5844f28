import type { ServiceKind } from '../../../shared/contract/identity.ts';
import { isTroubling } from '../../lib/describe-answer.ts';
import type { PortRow } from '../../store/port-row.ts';

/** What is wrong, or could go wrong, in one sentence; null when nothing is. `same` are all rows of the number. */
export function describeProblem(row: PortRow, same: readonly PortRow[]): string | null {
  const { answer, listener, closed } = row;
  if (closed) return null;
  if (answer && isTroubling(answer)) return answer.message;
  if (listener.localhost) return listener.localhost;
  if (loopbacksDiffer(same)) {
    return 'Different programs hold 127.0.0.1 and ::1, so “localhost” may reach either.';
  }
  return listener.reach === 'network' ? exposure(row) : null;
}

/** What should rarely be open to other machines. */
const delicate: Readonly<Partial<Record<ServiceKind, string>>> = {
  debugger: 'Whoever connects to a debugger can run code here, and other machines can.',
  database: 'Other machines can connect to this database.',
  cache: 'Other machines can connect to this cache.',
};

function exposure({ listener, kind }: PortRow): string | null {
  const told = listener.identity?.kind;
  return (told && delicate[told]) ?? (kind === 'database' ? (delicate.database ?? null) : null);
}

function loopbacksDiffer(rows: readonly PortRow[]): boolean {
  const [v4, v6] = ['127.0.0.1', '::1'].map((address) =>
    rows.find(({ listener }) => listener.protocol === 'tcp' && listener.address === address),
  );
  if (!v4 || !v6 || v4.owners.length === 0 || v6.owners.length === 0) return false;
  return !v4.listener.owners.some((key) => v6.listener.owners.includes(key));
}
