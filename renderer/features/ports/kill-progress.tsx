import { useApp } from '../../hooks/use-app.ts';
import { countOf } from '../../lib/count-of.ts';
import type { KillState } from '../../store/actions-slice.ts';
import { forgetKill, stopWaiting } from '../../store/run-kill.ts';
import { Button } from '../../ui/button.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import styles from './inspector.module.css';
import { killText } from './kill-text.ts';

export interface KillProgressProps {
  /** Of the listener. */
  readonly id: string;
  readonly kill: KillState;
}

/** The whole sentence about a kill, with what was sent, and the way out of waiting. */
export function KillProgress({ id, kill }: KillProgressProps) {
  const { store } = useApp();
  const tone = kill.phase === 'failed' ? styles.failed : kill.phase === 'freed' ? styles.freed : null;
  const result = kill.phase === 'failed' ? kill.result : null;
  return (
    <div className={joinClasses(styles.result, tone)}>
      <p>{killText(kill)}</p>
      {result && result.signals.length > 0 && (
        <p className={styles.faint}>
          Sent {result.signals.join(', ')}, waited {countOf(Math.round(result.waitedMs / 1000), 'second')}
        </p>
      )}
      {kill.phase === 'acting' && (
        <div className={styles.actions}>
          <Button small onClick={() => stopWaiting(store, id)}>
            Stop waiting
          </Button>
        </div>
      )}
      {kill.phase === 'failed' && (
        <div className={styles.actions}>
          <Button small onClick={() => forgetKill(store, id)}>
            Dismiss
          </Button>
        </div>
      )}
    </div>
  );
}
