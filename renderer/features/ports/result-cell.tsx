import { useNow } from '../../hooks/use-now.ts';
import { formatAge } from '../../lib/format-time.ts';
import type { KillState } from '../../store/actions-slice.ts';
import { GridPart } from '../../ui/grid-part.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import columnStyles from './columns.module.css';
import { killText } from './kill-text.ts';
import styles from './port-row-view.module.css';

export interface ResultCellProps {
  readonly kill: KillState;
  /** True once the listener is gone. */
  readonly closed: boolean;
}

/** What a kill is doing or has come to, in the row that it is about. */
export function ResultCell({ kill, closed }: ResultCellProps) {
  const text = killText(kill, closed);
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
          kill.phase === 'failed' && styles.failed,
          kill.phase === 'freed' && styles.freed,
        )}
        title={text}
      >
        {text}
      </span>
      {kill.phase === 'acting' && <Waited since={kill.since} />}
    </GridPart>
  );
}

function Waited({ since }: { readonly since: number }) {
  const waited = useNow(500) - since;
  return waited < 2000 ? null : (
    <span className={joinClasses('mono', styles.faint, styles.waited)}>{formatAge(waited)}</span>
  );
}
