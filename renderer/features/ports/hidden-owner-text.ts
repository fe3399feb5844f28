import type { Platform } from '../../../shared/contract/host.ts';
import type { Listener } from '../../../shared/contract/ports.ts';

/** Whose it is, as far as the system tells, and what would show more. */
export function hiddenOwnerText(
  { socketUser, ownersHidden }: Pick<Listener, 'socketUser' | 'ownersHidden'>,
  platform: Platform,
): { readonly owner: string; readonly remedy: string } {
  if (!ownersHidden) return { owner: 'No process holds it', remedy: 'the system itself may' };
  const owner = socketUser ? `Belongs to ${socketUser}` : 'Belongs to another user';
  const remedy = platform === 'win32' ? 'run once as administrator to see' : 'run once with sudo to see';
  return { owner, remedy };
}
