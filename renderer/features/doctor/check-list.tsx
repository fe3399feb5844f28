import type { CheckResult } from '../../../shared/contract/doctor.ts';
import { Dot, type DotProps } from '../../ui/dot.tsx';
import styles from './check-list.module.css';

const states: Readonly<
  Record<CheckResult['state'], { readonly tone: DotProps['tone']; readonly text: string }>
> = {
  ok: { tone: 'ok', text: 'Yes' },
  problem: { tone: 'bad', text: 'Problem' },
  attention: { tone: 'warn', text: 'Look at this' },
  neutral: { tone: 'hollow', text: 'No' },
  unknown: { tone: 'hollow', text: 'Not known' },
};

/** Everything that was looked at, each with the fact behind it. */
export function CheckList({ checks }: { readonly checks: readonly CheckResult[] }) {
  if (checks.length === 0) return null;
  return (
    <ol className={styles.list} aria-label="What was checked">
      {checks.map(({ id, title, state, evidence }) => (
        <li key={id} className={styles.check}>
          <span className={styles.dot}>
            <Dot tone={states[state].tone} meaning={states[state].text} />
          </span>
          <span className={styles.title}>{title}</span>
          <span className={styles.evidence}>{evidence}</span>
        </li>
      ))}
    </ol>
  );
}
