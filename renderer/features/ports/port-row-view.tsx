import { memo } from 'react';
import { useAppState } from '../../hooks/use-app-state.ts';
import type { PortRow } from '../../store/port-row.ts';
import { GridPart } from '../../ui/grid-part.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import { AnswersCell } from './answers-cell.tsx';
import columnStyles from './columns.module.css';
import { PortCell } from './port-cell.tsx';
import styles from './port-row-view.module.css';
import { ProcessCell } from './process-cell.tsx';
import { ProjectCell } from './project-cell.tsx';
import { ReachCell } from './reach-cell.tsx';
import { ResultCell } from './result-cell.tsx';
import { RowActions } from './row-actions.tsx';
import { rowElementId } from './row-element-id.ts';
import { UpCell } from './up-cell.tsx';

export interface PortRowViewProps {
  readonly row: PortRow;
  /** Place in the list, from 0. */
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  /** Depth in a list with groups, null without them. */
  readonly level: number | null;
  readonly selected: boolean;
  /** True when it is to be acted on: it is picked, or nothing is and it is the selected one. */
  readonly chosen: boolean;
}

/** One row. Draws itself anew only when something about this very row changed. */
export const PortRowView = memo(function PortRowView({
  row,
  index,
  top,
  level,
  selected,
  chosen,
}: PortRowViewProps) {
  const action = useAppState((state) => state.actions.rows.get(row.id));
  const mark = useAppState((state) => state.ports.marks.get(row.id));
  return (
    <GridPart
      role="row"
      id={rowElementId(row.id)}
      data-listener={row.id}
      aria-rowindex={index + 2}
      aria-level={level ?? undefined}
      aria-selected={chosen}
      className={joinClasses(
        columnStyles.columns,
        styles.row,
        action && columnStyles.hasResult,
        mark === 'opened' && styles.opened,
        mark === 'changed-owner' && styles.changed,
        row.closed && styles.closed,
        selected && styles.current,
      )}
      style={{ transform: `translateY(${top}px)` }}
    >
      <PortCell row={row} />
      <ReachCell row={row} />
      <ProcessCell row={row} />
      {action ? (
        <ResultCell action={action} closed={row.closed} />
      ) : (
        <>
          <ProjectCell row={row} />
          <AnswersCell row={row} />
          <UpCell row={row} />
        </>
      )}
      <RowActions row={row} action={action} reachable={selected} />
    </GridPart>
  );
});
