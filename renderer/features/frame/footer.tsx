import type { SourceStatus } from '../../../shared/contract/snapshot.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { assertNever } from '../../lib/assert-never.ts';
import { formatDuration } from '../../lib/format-time.ts';
import type { ConnectionPhase } from '../../store/connection-slice.ts';
import { selectCounts } from '../../store/select-counts.ts';
import { Dot, type DotProps } from '../../ui/dot.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import styles from './footer.module.css';

export function Footer() {
  const phase = useAppState((state) => state.connection.phase);
  const loaded = useAppState((state) => state.ports.loaded);
  const counts = useAppState(selectCounts);
  const source = useAppState((state) => state.ports.source);
  const { tone, text } = describePhase(phase, loaded, source);
  return (
    <footer className={styles.footer}>
      <span className={styles.state}>
        <Dot tone={tone} />
        {text}
      </span>
      {loaded && <span className={styles.count}>{counts.all.toLocaleString('en')} listening</span>}
      {loaded && counts.network > 0 && (
        <span className={joinClasses(styles.count, styles.warn)}>
          {counts.network.toLocaleString('en')} reachable from the network
        </span>
      )}
      {source?.containerProblems && <ContainerProblems problems={source.containerProblems} />}
      {source && <Source source={source} />}
    </footer>
  );
}

/** Why containers have no names in the list. */
function ContainerProblems({ problems }: { readonly problems: readonly string[] }) {
  const text = `Containers cannot be named. ${problems.join(' ')}`;
  return (
    <span className={styles.problems} title={text}>
      {text}
    </span>
  );
}

function Source({ source }: { readonly source: SourceStatus }) {
  const { name, durationMs, state, lastError, fallbackReason } = source;
  const failing = state === 'failing';
  const scan = `${name}, scan ${formatDuration(durationMs)}`;
  const error = lastError ? `: ${lastError}` : '';
  return (
    <span
      className={joinClasses(styles.source, !failing && 'mono', failing && styles.failing)}
      title={[lastError, fallbackReason].filter(Boolean).join('\n') || `Read from ${name}`}
    >
      {failing ? `Reading the ports with ${name} fails${error}` : scan}
      {state === 'slow' && ' (slow)'}
    </span>
  );
}

function describePhase(
  phase: ConnectionPhase,
  loaded: boolean,
  source: SourceStatus | null,
): { readonly tone: DotProps['tone']; readonly text: string } {
  switch (phase) {
    case 'connecting':
      return { tone: 'hollow', text: 'Connecting' };
    case 'live':
      if (source?.state === 'failing') return { tone: 'bad', text: 'Not up to date' };
      if (source?.state === 'paused') return { tone: 'hollow', text: 'Paused' };
      return source?.state === 'slow' ? { tone: 'warn', text: 'Live, slowly' } : { tone: 'ok', text: 'Live' };
    case 'lost':
      return { tone: 'warn', text: loaded ? 'Connection lost' : 'Not connected' };
    case 'mismatch':
      return { tone: 'bad', text: 'Reload needed' };
    default:
      return assertNever(phase);
  }
}
