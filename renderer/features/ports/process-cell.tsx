import { useAppState } from '../../hooks/use-app-state.ts';
import type { PortRow } from '../../store/port-row.ts';
import { needlesFor } from '../../store/search-marks.ts';
import { selectSearchTerms } from '../../store/select-rows.ts';
import { GridPart } from '../../ui/grid-part.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import { Marked } from '../../ui/marked.tsx';
import columnStyles from './columns.module.css';
import { hiddenOwnerText } from './hidden-owner-text.ts';
import styles from './port-row-view.module.css';

export function ProcessCell({ row: { listener, owners } }: { readonly row: PortRow }) {
  const terms = useAppState(selectSearchTerms);
  const host = useAppState((state) => state.connection.host);
  const [first] = owners;
  if (!first) {
    const { owner, remedy } = hiddenOwnerText(listener, host);
    return (
      <GridPart
        role="gridcell"
        aria-colindex={3}
        className={joinClasses(
          columnStyles.hiddenOwner,
          styles.process,
          styles.clip,
          styles.muted,
          styles.struck,
        )}
        title={`${owner}; ${remedy}`}
      >
        {owner}; <span className={styles.faint}>{remedy}</span>
      </GridPart>
    );
  }
  return (
    <GridPart
      role="gridcell"
      aria-colindex={3}
      className={joinClasses(columnStyles.process, styles.process, styles.clip, styles.struck)}
      title={owners
        .slice(0, 12)
        .map(({ name, pid }) => `${name} ${pid}`)
        .join(', ')}
    >
      <Marked text={first.name} needles={needlesFor(terms, 'process')} />{' '}
      <span className={joinClasses('mono', styles.faint)}>
        <Marked text={String(first.pid)} needles={needlesFor(terms, 'pid')} />
        {owners.length > 1 && ` +${owners.length - 1}`}
      </span>
    </GridPart>
  );
}
