import type { PortRow } from './port-row.ts';

/** True when a program of this user holds it; where the owner is hidden, when the socket is theirs. */
export function isMine({ listener, owners }: PortRow, user: string | null): boolean {
  if (user === null) return false;
  return owners.length === 0 ? listener.socketUser === user : owners.some((owner) => owner.user === user);
}
