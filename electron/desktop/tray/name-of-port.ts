import type { Container } from '../../../shared/contract/processes.ts';
import type { BusyPort } from './busy-ports.ts';

/** What a person knows it by: `storefront (node)`, `compose/gateway`, `postgres`, `a program of root`. */
export function nameOfPort({ listeners, owners }: BusyPort): string {
  const [listener] = listeners;
  const [owner] = owners;
  const container = listener?.container ?? owner?.container ?? null;
  const own = listener?.label ?? (container ? nameOfContainer(container) : (owner?.project?.name ?? null));
  if (container && own !== null) return own;
  if (!owner) return own ?? nameOfHidden(listener?.socketUser ?? null);
  const program = owners.length > 1 ? `${owner.name}, ${owners.length} processes` : owner.name;
  return own === null ? program : `${own} (${program})`;
}

function nameOfContainer({ composeProject, composeService, name }: Container): string {
  return composeProject && composeService ? `${composeProject}/${composeService}` : name;
}

function nameOfHidden(user: string | null): string {
  return user === null ? 'another user’s program' : `a program of ${user}`;
}
