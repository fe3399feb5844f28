import type { ListenerDocument } from '../../shared/contract/documents.ts';
import type { Core } from '../core/core.ts';

type HostFacts = Pick<Core['host'], 'platform' | 'privileged'>;

/** One sentence about owners that may not be seen and what would show them; null when all may. */
export function hiddenOwnersNote(
  listeners: readonly ListenerDocument[],
  host: HostFacts,
  command: string,
): string | null {
  const count = listeners.filter((listener) => listener.ownersHidden).length;
  if (count === 0) return null;
  const subject = count === 1 ? '1 listener is' : `${count} listeners are`;
  if (host.privileged) {
    return `${subject} held by the system itself or from within another namespace: no process to name.`;
  }
  return `${subject} held by somebody whom this user may not see: ${howToSee(host, command)} shows who.`;
}

function howToSee(host: HostFacts, command: string): string {
  return host.platform === 'win32'
    ? `${command} in a terminal run as administrator`
    : `running ${command} once with sudo`;
}
