import { useNow } from '../../hooks/use-now.ts';
import { formatMoment, formatUpTime } from '../../lib/format-time.ts';
import type { PortRow } from '../../store/port-row.ts';
import { GridPart } from '../../ui/grid-part.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import columnStyles from './columns.module.css';
import styles from './port-row-view.module.css';

export function UpCell({ row: { owners } }: { readonly row: PortRow }) {
  const now = useNow(15_000);
  const startTime = owners[0]?.startTime;
  return (
    <GridPart
      role="gridcell"
      aria-colindex={6}
      className={joinClasses(columnStyles.up, 'mono', styles.muted)}
    >
      {startTime && (
        <time dateTime={startTime} title={`Started ${formatMoment(startTime)}`}>
          {formatUpTime(now - Date.parse(startTime))}
        </time>
      )}
    </GridPart>
  );
}
