import type { HeldSpan } from '../../../shared/contract/history.ts';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useNow } from '../../hooks/use-now.ts';
import { formatMoment } from '../../lib/format-time.ts';
import { revealNumber } from '../../store/reveal-number.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dot } from '../../ui/dot.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import { describeEnd, describeLength, describeTimes } from './describe-span.ts';
import styles from './span-line.module.css';

export interface SpanLineProps {
  readonly span: HeldSpan;
  readonly onPort: (port: number) => void;
}

/** One holder of one port. */
export function SpanLine({ span, onPort }: SpanLineProps) {
  const { store } = useApp();
  const now = useNow(60_000);
  const { port, name, pid, protocol, reach, project, what, program, from, to, addresses } = span;
  const held = useAppState(
    (state) =>
      to === null && [...state.ports.rows.values()].some((row) => row.listener.port === port && !row.closed),
  );
  const exact = `${formatMoment(from)} – ${to === null ? 'now' : formatMoment(to)}\n${addresses.join(', ')}`;
  const about = [what, project].filter(Boolean).join(', ');
  return (
    <div className={styles.span}>
      <span className={styles.times} title={exact}>
        {describeTimes(span)}
      </span>
      <span className={styles.port}>
        <Dot tone={to === null ? 'ok' : 'hollow'} />
        <button
          type="button"
          className={styles.number}
          aria-label={`Only port ${port}`}
          title={`Only port ${port}`}
          onClick={() => onPort(port)}
        >
          {port}
        </button>
        {protocol === 'udp' && <span className={styles.faint}>UDP</span>}
      </span>
      <span
        className={styles.who}
        title={[program ?? name, about].filter(Boolean).join('\n') || 'Owner hidden'}
      >
        {name ?? <span className={styles.faint}>Owner hidden</span>}
        {pid !== null && <span className={styles.pid}> {pid}</span>}
        {about && <span className={styles.faint}> {about}</span>}
      </span>
      <span
        className={styles.end}
        title={`Held ${describeLength(span, now)}, ${describeEnd(span)}${span.ended === 'unseen' ? ': Berth was not running' : ''}`}
      >
        <span className={styles.length}>{describeLength(span, now)}</span>
        <span className={joinClasses(to === null ? styles.now : styles.faint)}> {describeEnd(span)}</span>
      </span>
      <span className={styles.actions}>
        {reach === 'network' && <Badge tone="warn">Network</Badge>}
        {held && (
          <Button
            tone="quiet"
            small
            aria-label={`Show ${port} in ports`}
            onClick={() => revealNumber(store, port)}
          >
            Show
          </Button>
        )}
      </span>
    </div>
  );
}
