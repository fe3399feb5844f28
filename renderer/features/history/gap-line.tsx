import { formatLength } from '../../lib/format-time.ts';
import styles from './span-line.module.css';

/** A time of which nothing is known. */
export function GapLine({ from, to }: { readonly from: number; readonly to: number }) {
  return (
    <p className={styles.gap}>
      <span className={styles.rule} aria-hidden="true" />
      Berth was not running for {formatLength(to - from)}
      <span className={styles.rule} aria-hidden="true" />
    </p>
  );
}
