import type { Fix } from '../../../shared/contract/doctor.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import type { RowAction } from '../../store/actions-slice.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import styles from './verdict.module.css';

/** How a kill or a restart goes, where the button for it was pressed. */
export function FixProgress({ fixes }: { readonly fixes: readonly Fix[] }) {
  const ids = new Set(fixes.flatMap((fix) => ('listenerId' in fix ? [fix.listenerId] : [])));
  return [...ids].map((id) => <OfListener key={id} listenerId={id} />);
}

function OfListener({ listenerId }: { readonly listenerId: string }) {
  const action = useAppState((state) => state.actions.rows.get(listenerId));
  if (!action) return null;
  return (
    <p
      className={joinClasses(
        styles.progress,
        action.phase === 'done' && styles.done,
        action.phase === 'failed' && styles.failed,
      )}
    >
      {action.phase === 'acting' ? actingText(action) : action.message}
    </p>
  );
}

function actingText({ kind }: Extract<RowAction, { phase: 'acting' }>): string {
  switch (kind) {
    case 'plan':
      return 'Looking at what would end…';
    case 'kill':
      return 'Ending it…';
    case 'restart':
      return 'Starting it again…';
    case 'stop-supervisor':
      return 'Stopping what starts it…';
    default:
      return kind satisfies never;
  }
}
