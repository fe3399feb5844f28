import styles from './dot.module.css';
import { joinClasses } from './join-classes.ts';

export interface DotProps {
  readonly tone: 'ok' | 'warn' | 'bad' | 'hollow';
  /** What the colour means, in words. Leave it out where the words stand next to it. */
  readonly meaning?: string;
}

export function Dot({ tone, meaning }: DotProps) {
  return (
    <span className={joinClasses(styles.dot, styles[tone])} title={meaning}>
      {meaning && <span className="visually-hidden">{meaning}</span>}
    </span>
  );
}
