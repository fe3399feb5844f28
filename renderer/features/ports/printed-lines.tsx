import { useEffect, useRef } from 'react';
import styles from './printed-lines.module.css';

export interface PrintedLinesProps {
  readonly lines: readonly string[];
  readonly label: string;
}

/** Pixels from the end within which new lines are followed. */
const nearEnd = 24;

/** What a program printed, as text and nothing but text. Follows the end unless somebody has scrolled up. */
export function PrintedLines({ lines, label }: PrintedLinesProps) {
  const box = useRef<HTMLPreElement>(null);
  const follows = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new lines are what moves the end
  useEffect(() => {
    if (box.current && follows.current) box.current.scrollTop = box.current.scrollHeight;
  }, [lines]);
  return (
    <pre
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable to be scrolled by keys
      tabIndex={0}
      role="log"
      aria-live="off"
      aria-label={label}
      className={styles.lines}
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        follows.current = scrollHeight - scrollTop - clientHeight < nearEnd;
      }}
    >
      {lines.join('\n')}
    </pre>
  );
}
