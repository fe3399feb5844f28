import styles from './chip.module.css';

export interface ChipProps {
  readonly label: string;
  readonly count: number;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

/** One of several filters, with how much it would show. */
export function Chip({ label, count, pressed, onPress }: ChipProps) {
  return (
    <button type="button" className={styles.chip} aria-pressed={pressed} onClick={onPress}>
      {label} <span className={styles.count}>{count.toLocaleString('en')}</span>
    </button>
  );
}
