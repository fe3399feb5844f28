import type { PortRow } from '../../store/port-row.ts';
import { GridPart } from '../../ui/grid-part.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import columnStyles from './columns.module.css';
import styles from './port-row-view.module.css';

/** Nothing was asked of the port: what the command line gives away, else what the number is registered for. */
export function AnswersCell({ row: { commandSays, listener } }: { readonly row: PortRow }) {
  const cell = joinClasses(columnStyles.answers, styles.clip);
  if (commandSays) {
    return (
      <GridPart
        role="gridcell"
        aria-colindex={5}
        className={cell}
        title="Known from its command line; not probed"
      >
        {commandSays} <span className={styles.faint}>not probed</span>
      </GridPart>
    );
  }
  // Says what IANA wrote down, and nothing about what runs here: 3000 is rarely what it is registered for.
  const registered = listener.serviceName && `registered for ${listener.serviceName}`;
  return (
    <GridPart
      role="gridcell"
      aria-colindex={5}
      className={joinClasses(cell, styles.faint)}
      title={registered ? `IANA ${registered}; not probed` : undefined}
    >
      {registered ?? 'not probed'}
    </GridPart>
  );
}
