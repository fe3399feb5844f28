import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useNow } from '../../hooks/use-now.ts';
import { formatAgo } from '../../lib/format-time.ts';
import { patchSlice } from '../../store/app-store.ts';
import { Dot, type DotProps } from '../../ui/dot.tsx';
import styles from './examples.module.css';

const tones: Readonly<Record<string, DotProps['tone']>> = { ok: 'ok', attention: 'warn', problem: 'bad' };

/** What was asked before in this session, as it was answered then. */
export function EarlierDiagnoses() {
  const { store } = useApp();
  const now = useNow(5000);
  const recent = useAppState((state) => state.doctor.recent);
  const shown = useAppState((state) => state.doctor.shown);
  const earlier = recent.filter(({ number }) => number !== shown?.number);
  if (earlier.length === 0) return null;
  return (
    <section className={styles.examples} aria-label="Earlier in this session">
      <h3 className={styles.heading}>Earlier in this session</h3>
      <ul>
        {earlier.map((kept) => (
          <li key={kept.number}>
            <button
              type="button"
              className={styles.earlier}
              onClick={() => patchSlice(store, 'doctor', { shown: kept, text: kept.text, failure: null })}
            >
              <Dot tone={tones[kept.diagnosis.severity] ?? 'hollow'} />
              <span className={styles.headline} title={kept.text}>
                {kept.diagnosis.headline}
              </span>
              <span className={styles.when}>{formatAgo(now - Date.parse(kept.diagnosis.at))}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
