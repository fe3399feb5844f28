import type { KillState } from '../../store/actions-slice.ts';

/** One sentence for the row, and the same for the inspector. */
export function killText(kill: KillState, closed: boolean): string {
  if (kill.phase !== 'acting') return kill.message;
  if (closed) return 'Closed. Making sure that it stays so…';
  return kill.force ? 'Ending by force…' : 'Asked to end, waiting…';
}
