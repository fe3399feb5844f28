import { useNow } from '../../hooks/use-now.ts';
import { formatAge } from '../../lib/format-time.ts';
import type { ActingState } from '../../store/actions-slice.ts';
import { secondsToForce } from './action-text.ts';

/** How much longer it is waited before force, or else how long it has been waited. */
export function ActingTime({ action }: { readonly action: ActingState }) {
  const now = useNow(500);
  const seconds = secondsToForce(action, now);
  if (seconds !== null) return <> · {seconds > 0 ? `forced in ${seconds} s` : 'forced now'}</>;
  const waited = now - action.since;
  return waited < 2000 ? null : <> · {formatAge(waited)}</>;
}
