import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useMediaQuery } from '../../hooks/use-media-query.ts';
import { GapLine } from './gap-line.tsx';
import { SpanLine } from './span-line.tsx';
import type { TimelineItem } from './timeline.ts';
import styles from './timeline-list.module.css';

/** Pixels; a narrow window has two lines for each. */
const heights = { day: 40, gap: 30, span: 38, narrowSpan: 58 };

export interface TimelineListProps {
  readonly items: readonly TimelineItem[];
  readonly onPort: (port: number) => void;
}

/** The timeline, of which only what is in view is in the page. */
export function TimelineList({ items, onPort }: TimelineListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const narrow = useMediaQuery('(max-width: 899px)');
  const heightOf = (index: number) => {
    const kind = items[index]?.kind ?? 'span';
    return kind === 'span' && narrow ? heights.narrowSpan : heights[kind];
  };
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
    getItemKey: (index) => `${narrow} ${items[index]?.id ?? index}`,
    overscan: 12,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by a keyboard
    <section ref={scroller} className={styles.scroller} tabIndex={0} aria-label="Timeline">
      <ul className={styles.list} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ key, index, start, size }) => {
          const item = items[index];
          return (
            item && (
              <li
                key={key}
                className={styles.item}
                style={{ height: size, transform: `translateY(${start}px)` }}
                aria-setsize={items.length}
                aria-posinset={index + 1}
              >
                <Line item={item} onPort={onPort} />
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}

function Line({ item, onPort }: { readonly item: TimelineItem; readonly onPort: (port: number) => void }) {
  switch (item.kind) {
    case 'day':
      return <h3 className={styles.day}>{item.day}</h3>;
    case 'gap':
      return <GapLine from={item.from} to={item.to} />;
    case 'span':
      return <SpanLine span={item.span} onPort={onPort} />;
    default:
      return item satisfies never;
  }
}
