import type { AppState } from '../store/app-store.ts';

/** True when this shell can end processes and is there to be asked. */
export function mayAct({ connection: { phase, host } }: AppState): boolean {
  return phase === 'live' && host !== null && host.capabilities.includes('kill');
}
