import { useAppState } from './use-app-state.ts';

/** Whether Berth can be asked now. */
export function useLive(): boolean {
  return useAppState((state) => state.connection.phase === 'live');
}
