import type { RowAction } from '../../store/actions-slice.ts';
import { GridPart } from '../../ui/grid-part.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import { ActingTime } from './acting-time.tsx';
import { actionText } from './action-text.ts';
import columnStyles from './columns.module.css';
import styles from './port-row-view.module.css';

export interface ResultCellProps {
  readonly action: RowAction;
  /** True once the listener is gone. */
  readonly closed: boolean;
}

/** What is being done or has come of it, in the row that it is about. */
export function ResultCell({ action, closed }: ResultCellProps) {
  const text = actionText(action, closed);
  const { phase } = action;
  return (
    <GridPart
      role="gridcell"
      aria-colindex={4}
      aria-colspan={3}
      className={joinClasses(columnStyles.result, styles.resultCell)}
    >
      <span
        className={joinClasses(
          styles.clip,
          phase === 'failed' && styles.failed,
          phase === 'done' && styles.freed,
        )}
        title={text}
      >
        {text}
        {phase === 'acting' && (
          <span className={styles.faint}>
            <ActingTime action={action} />
          </span>
        )}
      </span>
    </GridPart>
  );
}
