import type { PortRow } from '../../store/port-row.ts';

/** What a restart would be of: `Restart python3 on port 62893`. */
export function restartName({ owners, listener }: PortRow): string {
  return `Restart ${owners[0]?.name ?? 'it'} on port ${listener.port}`;
}
