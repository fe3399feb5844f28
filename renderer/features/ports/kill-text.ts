import type { KillState } from '../../store/actions-slice.ts';

/** One sentence for the row, and the same for the inspector. */
export function killText(kill: KillState): string {
  if (kill.phase !== 'acting') return kill.message;
  return kill.force ? 'Ending by force…' : 'Asked to end, waiting…';
}
