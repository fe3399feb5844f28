import { isMine } from './is-mine.ts';
import type { PortRow } from './port-row.ts';

type Trait = (row: PortRow, user: string | null) => boolean;

/** What `is:` can ask in a search. */
export const rowTraits: ReadonlyMap<string, Trait> = new Map<string, Trait>([
  ['tcp', ({ listener }) => listener.protocol === 'tcp'],
  ['udp', ({ listener }) => listener.protocol === 'udp'],
  ['ipv4', ({ listener }) => listener.family === 4],
  ['ipv6', ({ listener }) => listener.family === 6],
  ['network', ({ listener }) => listener.reach === 'network'],
  ['local', ({ listener }) => listener.reach === 'machine'],
  ['dev', ({ kind }) => kind === 'dev-server'],
  ['database', ({ kind }) => kind === 'database'],
  ['mine', isMine],
  ['hidden', ({ listener }) => listener.ownersHidden],
  ['shared', ({ owners }) => owners.length > 1],
  ['container', ({ listener, owners }) => Boolean(listener.container) || owners.some((one) => one.container)],
]);
