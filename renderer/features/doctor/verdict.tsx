import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useLive } from '../../hooks/use-live.ts';
import { useNow } from '../../hooks/use-now.ts';
import { formatAgo, formatMoment } from '../../lib/format-time.ts';
import type { KeptDiagnosis } from '../../store/doctor-slice.ts';
import { runDiagnosis } from '../../store/run-diagnosis.ts';
import { Button } from '../../ui/button.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import { FixButton } from './fix-button.tsx';
import { FixNote } from './fix-note.tsx';
import { FixProgress } from './fix-progress.tsx';
import styles from './verdict.module.css';

const severities = {
  ok: 'All is well',
  attention: 'Look at this',
  problem: 'Problem found',
  unknown: 'Not certain',
} as const;

/** What the doctor found: one sentence, what stands behind it, and what can be done. */
export function Verdict({ kept }: { readonly kept: KeptDiagnosis }) {
  const app = useApp();
  const live = useLive();
  const now = useNow(5000);
  const asking = useAppState((state) => state.doctor.asking !== null);
  const { at, severity, headline, explanation, fixes } = kept.diagnosis;
  const again = () => void runDiagnosis(app, kept.text);
  return (
    <section className={joinClasses(styles.card, styles[severity])} aria-label="Verdict">
      <p className={styles.meta}>
        <span className={styles.severity}>{severities[severity]}</span>
        <span title={formatMoment(at)}>{formatAgo(now - Date.parse(at))}</span>
      </p>
      <h3 className={styles.headline}>{headline}</h3>
      <p className={styles.explanation}>{explanation}</p>
      <div className={styles.fixes}>
        {fixes
          .filter(({ kind }) => kind !== 'check-again')
          .map((fix) => (
            <FixButton key={`${fix.kind} ${fix.label}`} fix={fix} />
          ))}
        <Button disabled={!live || asking} onClick={again}>
          {fixes.find(({ kind }) => kind === 'check-again')?.label ?? 'Check again'}
        </Button>
      </div>
      <FixProgress fixes={fixes} />
      {fixes.map((fix) => (
        <FixNote key={`${fix.kind} ${fix.label}`} fix={fix} />
      ))}
    </section>
  );
}
