import { useApp } from '../../hooks/use-app.ts';
import { countOf } from '../../lib/count-of.ts';
import type { KillState } from '../../store/actions-slice.ts';
import type { PortRow } from '../../store/port-row.ts';
import { forgetKill, stopWaiting } from '../../store/run-kill.ts';
import { Button } from '../../ui/button.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import styles from './inspector.module.css';
import { killText } from './kill-text.ts';

export interface KillProgressProps {
  readonly row: PortRow;
  readonly kill: KillState;
}

/** The whole sentence about a kill, with what was sent, and the way out of waiting. */
export function KillProgress({ row, kill }: KillProgressProps) {
  const { store } = useApp();
  const tone = kill.phase === 'failed' ? styles.failed : kill.phase === 'freed' ? styles.freed : null;
  const result = kill.phase === 'failed' ? kill.result : null;
  return (
    <div className={joinClasses(styles.result, tone)}>
      <p>{killText(kill, row.closed)}</p>
      {result && result.signals.length > 0 && (
        <p className={styles.faint}>
          Sent {result.signals.join(', ')}, waited {countOf(Math.round(result.waitedMs / 1000), 'second')}
        </p>
      )}
      {kill.phase === 'acting' && !row.closed && (
        <div className={styles.actions}>
          <Button small onClick={() => stopWaiting(store, row.id)}>
            Stop waiting
          </Button>
        </div>
      )}
      {kill.phase === 'failed' && (
        <div className={styles.actions}>
          <Button small onClick={() => forgetKill(store, row.id)}>
            Dismiss
          </Button>
        </div>
      )}
    </div>
  );
}
