import type { Listener } from '../../../../shared/contract/ports.ts';
import type { Process } from '../../../../shared/contract/processes.ts';
import { isContainerProxy } from '../../lib/is-container-proxy.ts';

/** A listener with those of its owners that could be read. */
export interface Held {
  readonly listener: Listener;
  readonly owners: readonly Process[];
}

/** Whether two listeners are of one program, or may be: nobody is to be warned of what cannot be seen. */
export function mayBeSameProgram(a: Held, b: Held): boolean {
  if (a.listener.id === b.listener.id) return true;
  if (a.listener.container && a.listener.container.id === b.listener.container?.id) return true;
  if (a.owners.length === 0 || b.owners.length === 0) return mayBeSameUser(a, b);
  if (a.listener.owners.some((key) => b.listener.owners.includes(key))) return true;
  if (a.owners.some(isContainerProxy) && b.owners.some(isContainerProxy)) return true;
  return a.owners.some((one) => b.owners.some((other) => isFamily(one, other)));
}

/** One started the other, or both were started by the same process as the same program. */
function isFamily(one: Process, other: Process): boolean {
  const isParent = (parent: Process, child: Process) => child.parents[0]?.pid === parent.pid;
  if (isParent(one, other) || isParent(other, one)) return true;
  const isSameCommand = one.command.join('\0') === other.command.join('\0');
  return (
    isSameCommand &&
    one.parents[0] !== undefined &&
    one.parents[0].pid === other.parents[0]?.pid &&
    one.parents[0].pid > 1
  );
}

function mayBeSameUser(a: Held, b: Held): boolean {
  const [one, other] = [userOf(a), userOf(b)];
  return one === null || other === null || one === other;
}

function userOf({ listener, owners }: Held): string | null {
  return owners[0]?.user ?? listener.socketUser;
}
