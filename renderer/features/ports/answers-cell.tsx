import { useAppState } from '../../hooks/use-app-state.ts';
import { describeAnswer, isTroubling } from '../../lib/describe-answer.ts';
import { formatMoment } from '../../lib/format-time.ts';
import { type Found, foundElsewhere } from '../../store/found-elsewhere.ts';
import type { PortRow } from '../../store/port-row.ts';
import { needlesFor } from '../../store/search-marks.ts';
import { selectSearchTerms } from '../../store/select-rows.ts';
import { GridPart } from '../../ui/grid-part.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import { Marked } from '../../ui/marked.tsx';
import columnStyles from './columns.module.css';
import styles from './port-row-view.module.css';

/** What it answered, else what it is from the outside, else what the number is registered for; never one as another. */
export function AnswersCell({ row }: { readonly row: PortRow }) {
  const terms = useAppState(selectSearchTerms);
  const found = foundElsewhere(row, terms);
  if (found) return <FoundCell found={found} />;
  const { said, main, beside, yields, title, tone } = wordsOf(row);
  const needles = needlesFor(terms, 'answers');
  return (
    <GridPart role="gridcell" aria-colindex={5} className={columnStyles.answers} title={title}>
      <span className={joinClasses(styles.pair, yields && styles.yields)}>
        <span className={joinClasses(styles.clip, tone)}>
          {said}
          <Marked text={main} needles={needles} />
        </span>
        {beside && (
          <span className={joinClasses(styles.clip, styles.faint)}>
            <Marked text={beside} needles={yields ? [] : needles} />
          </span>
        )}
      </span>
    </GridPart>
  );
}

interface Words {
  /** Words of Berth's own, in which nothing is found. */
  readonly said?: string;
  readonly main: string;
  readonly beside: string;
  /** True when what stands beside may go where there is no room for it. */
  readonly yields: boolean;
  readonly title: string;
  readonly tone: string | undefined;
}

function wordsOf({ answer, identified, listener }: PortRow): Words {
  if (answer) {
    const [main, beside] = describeAnswer(answer);
    const tone = isTroubling(answer) ? styles.warn : undefined;
    return {
      main,
      beside,
      yields: false,
      title: `${answer.message}\nAsked ${formatMoment(answer.at)}`,
      tone,
    };
  }
  if (identified) {
    const evidence = listener.identity ? `, by ${listener.identity.evidence}` : '';
    const title = `${identified}: told without connecting${evidence}; not probed`;
    const tone = listener.identity?.source === 'port-number' ? styles.faint : undefined;
    return { main: identified, beside: 'not probed', yields: true, title, tone };
  }
  const { serviceName } = listener;
  // Says what IANA wrote down, and nothing about what runs here: 3000 is rarely what it is registered for.
  return serviceName
    ? {
        said: 'registered for ',
        main: serviceName,
        beside: '',
        yields: false,
        title: `IANA registered the number for ${serviceName}; not probed`,
        tone: styles.faint,
      }
    : {
        said: 'not probed',
        main: '',
        beside: '',
        yields: false,
        title: 'Nothing was asked of it',
        tone: styles.faint,
      };
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
