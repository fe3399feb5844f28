import { useAppState } from '../../hooks/use-app-state.ts';
import { type Found, foundElsewhere } from '../../store/found-elsewhere.ts';
import type { PortRow } from '../../store/port-row.ts';
import { needlesFor } from '../../store/search-marks.ts';
import { selectSearchTerms } from '../../store/select-rows.ts';
import { GridPart } from '../../ui/grid-part.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import { Marked } from '../../ui/marked.tsx';
import columnStyles from './columns.module.css';
import styles from './port-row-view.module.css';

/** Nothing was asked of the port: what the command line gives away, else what the number is registered for. */
export function AnswersCell({ row }: { readonly row: PortRow }) {
  const terms = useAppState(selectSearchTerms);
  const found = foundElsewhere(row, terms);
  if (found) return <FoundCell found={found} />;
  const { commandSays, listener } = row;
  const needles = needlesFor(terms, 'answers');
  if (commandSays) {
    return (
      <GridPart
        role="gridcell"
        aria-colindex={5}
        className={joinClasses(columnStyles.answers, styles.clip)}
        title={`${commandSays}: known from its command line; not probed`}
      >
        <Marked text={commandSays} needles={needles} /> <span className={styles.faint}>not probed</span>
      </GridPart>
    );
  }
  // Says what IANA wrote down, and nothing about what runs here: 3000 is rarely what it is registered for.
  const { serviceName } = listener;
  return (
    <GridPart
      role="gridcell"
      aria-colindex={5}
      className={joinClasses(columnStyles.answers, styles.clip, styles.faint)}
      title={
        serviceName ? `IANA registered the number for ${serviceName}; not probed` : 'Nothing was asked of it'
      }
    >
      {serviceName ? (
        <>
          registered for <Marked text={serviceName} needles={needles} />
        </>
      ) : (
        'not probed'
      )}
    </GridPart>
  );
}

/** Characters kept in front of what was found. */
const lead = 14;

/** What was found in a fact that has no column. */
function FoundCell({ found: { fact, text, needle } }: { readonly found: Found }) {
  const at = text.toLowerCase().indexOf(needle);
  const from = at > lead ? at - lead : 0;
  return (
    <GridPart
      role="gridcell"
      aria-colindex={5}
      className={joinClasses(columnStyles.answers, styles.clip)}
      title={`${fact}: ${text}`}
    >
      <span className={styles.faint}>{fact}</span> {from > 0 && '…'}
      <Marked text={text.slice(from)} needles={[needle]} />
    </GridPart>
  );
}
