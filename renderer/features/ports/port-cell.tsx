import { useAppState } from '../../hooks/use-app-state.ts';
import type { PortRow } from '../../store/port-row.ts';
import { rowHealth } from '../../store/row-health.ts';
import { needlesFor } from '../../store/search-marks.ts';
import { selectSearchTerms } from '../../store/select-rows.ts';
import { Dot } from '../../ui/dot.tsx';
import { GridPart } from '../../ui/grid-part.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import { Marked } from '../../ui/marked.tsx';
import columnStyles from './columns.module.css';
import styles from './port-row-view.module.css';

/** Where most listeners are; any other address is worth a word, for one port can stand in several rows. */
const usualAddresses: ReadonlySet<string> = new Set(['127.0.0.1', '0.0.0.0', '*']);

export function PortCell({ row }: { readonly row: PortRow }) {
  const { listener } = row;
  const { tone, meaning } = rowHealth(row);
  const terms = useAppState(selectSearchTerms);
  return (
    <GridPart role="gridcell" aria-colindex={1} className={joinClasses(columnStyles.port, styles.portCell)}>
      <Dot tone={tone} meaning={meaning} />
      <span className={styles.portText}>
        <span className={joinClasses(styles.port, styles.struck)}>
          <Marked text={String(listener.port)} needles={needlesFor(terms, 'port')} />
        </span>
        {listener.protocol === 'udp' && <span className={styles.protocol}>UDP</span>}
        {!usualAddresses.has(listener.address) && (
          <span className={styles.address} title={listener.address}>
            {listener.address}
          </span>
        )}
        {listener.label && (
          <span className={styles.label} title={listener.label}>
            <Marked text={listener.label} needles={needlesFor(terms, 'label')} />
          </span>
        )}
      </span>
    </GridPart>
  );
}
