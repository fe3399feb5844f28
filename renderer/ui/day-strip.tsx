import { type KeyboardEvent, useRef, useState } from 'react';
import { describeSpan, placeIn } from '../lib/day-span.ts';
import styles from './day-strip.module.css';
import { joinClasses } from './join-classes.ts';

export interface DaySpan {
  readonly id: string;
  /** Milliseconds of the clock. */
  readonly from: number;
  /** Null while it lasts. */
  readonly to: number | null;
  /** Who held it: `python3 60311`. */
  readonly who: string;
  /** `same`: who holds it now. `warn`: who holds it now, and something is wrong. */
  readonly tone: 'same' | 'other' | 'warn';
  /** How it ended or began, as the end of a sentence: `ended by Berth`. */
  readonly note: string | null;
}

export interface DayStripProps {
  readonly label: string;
  /** Oldest first. */
  readonly spans: readonly DaySpan[];
  /** When nobody looked, so that nothing is known. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
  readonly from: number;
  readonly to: number;
}

/** Who held something and when, as a strip. The arrows walk along it; what they stand on is written below. */
export function DayStrip({ label, spans, gaps, from, to }: DayStripProps) {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const index = spans.findIndex(({ id }) => id === chosenId);
  const at = index === -1 ? spans.length - 1 : index;
  const chosen = spans[at];
  const walk = (event: KeyboardEvent) => {
    const next = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: spans.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const target = Math.min(spans.length - 1, Math.max(0, next));
    setChosenId(spans[target]?.id ?? null);
    list.current?.querySelectorAll<HTMLElement>('[data-span]')[target]?.focus();
  };
  return (
    <div className={styles.frame}>
      <ol ref={list} className={styles.strip} aria-label={label} onKeyDown={walk}>
        {gaps.map((gap) => (
          <li
            key={gap.from}
            className={styles.gap}
            style={placeIn(gap, from, to)}
            title="Berth was not running"
          >
            <span className="visually-hidden">{describeSpan(gap, 'Berth was not running', null)}</span>
          </li>
        ))}
        {spans.map((span, position) => (
          <li
            key={span.id}
            data-span={span.id}
            tabIndex={position === at ? 0 : -1}
            className={joinClasses(styles.span, span.tone !== 'other' && styles[span.tone])}
            style={placeIn({ from: span.from, to: span.to ?? to }, from, to)}
            title={describeSpan(span, span.who, span.note)}
            onFocus={() => setChosenId(span.id)}
            onPointerEnter={() => setChosenId(span.id)}
          >
            <span className="visually-hidden">{describeSpan(span, span.who, span.note)}</span>
          </li>
        ))}
      </ol>
      <p className={styles.text}>
        {chosen ? (
          <span aria-hidden="true">{describeSpan(chosen, chosen.who, chosen.note)}</span>
        ) : (
          <span className={styles.scale}>Nobody held it.</span>
        )}
      </p>
    </div>
  );
}
