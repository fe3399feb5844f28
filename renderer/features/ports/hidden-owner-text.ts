import type { Host } from '../../../shared/contract/host.ts';
import type { Listener } from '../../../shared/contract/ports.ts';

/** Whose it is, as far as the system tells, and what would show more. */
export function hiddenOwnerText(
  { socketUser, ownersHidden, container }: Pick<Listener, 'socketUser' | 'ownersHidden' | 'container'>,
  host: Pick<Host, 'platform' | 'privileged'> | null,
): { readonly owner: string; readonly remedy: string } {
  if (container) return { owner: `Container ${container.name}`, remedy: container.image };
  if (!ownersHidden) return { owner: 'No process holds it', remedy: 'the system itself may' };
  const owner = socketUser ? `Belongs to ${socketUser}` : 'Belongs to another user';
  // Whoever sees everything and still not this one cannot be helped by more rights.
  if (host?.privileged) return { owner, remedy: 'its process is out of sight, as in a container' };
  const remedy =
    host?.platform === 'win32' ? 'run once as administrator to see' : 'run once with sudo to see';
  return { owner, remedy };
}
