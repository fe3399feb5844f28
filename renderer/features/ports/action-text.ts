import { assertNever } from '../../lib/assert-never.ts';
import type { ActingState, RowAction } from '../../store/actions-slice.ts';

/** One sentence for the row, and the same for the inspector. */
export function actionText(action: RowAction, closed: boolean): string {
  if (action.phase !== 'acting') return action.message;
  switch (action.kind) {
    case 'plan':
      return 'Looking at what would end…';
    case 'restart':
      return closed ? 'Ended. Starting it again…' : 'Restarting…';
    case 'stop-supervisor':
      return closed ? 'Closed. Making sure that it stays free…' : 'Stopping what starts it…';
    case 'kill':
      return killText(action, closed);
    default:
      return assertNever(action.kind);
  }
}

function killText({ progress, force }: ActingState, closed: boolean): string {
  const stage = progress?.stage;
  switch (stage) {
    case 'elevating':
      return 'Waiting for an administrator…';
    case 'asked':
      return 'Asked to end';
    case 'closing':
      return 'Shutting down…';
    case 'forcing':
      return 'Forcing…';
    case 'watching':
      return 'Making sure that it stays free…';
    case undefined:
      if (closed) return 'Closed. Making sure that it stays free…';
      return force ? 'Ending by force…' : 'Asked to end, waiting…';
    default:
      return assertNever(stage);
  }
}

/** Seconds until a kill forces, at the given time of the clock; null when it will not, or does already. */
export function secondsToForce(action: RowAction, now: number): number | null {
  if (action.phase !== 'acting' || !action.progress) return null;
  const { stage, forceAtMs, waitedMs, at } = action.progress;
  if (forceAtMs === null || stage === 'forcing' || stage === 'watching') return null;
  return Math.max(0, Math.ceil((forceAtMs - waitedMs - (now - at)) / 1000));
}
