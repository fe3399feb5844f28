import { useAppState } from '../../hooks/use-app-state.ts';
import { formatDuration } from '../../lib/format-time.ts';
import mark from '../../ui/berth-mark.svg';
import styles from './about.module.css';

/** Which Berth this is, for whom it looks, and how. */
export function About() {
  const host = useAppState((state) => state.connection.host);
  const source = useAppState((state) => state.ports.source);
  if (!host) return null;
  return (
    <div className={styles.about}>
      <img className={styles.mark} src={mark} alt="" />
      <dl className={styles.facts}>
        <dt>Version</dt>
        <dd className="mono">Berth {host.version}</dd>
        <dt>Looks as</dt>
        <dd>
          {host.user} on {host.hostname}
          {host.privileged ? ', who sees every owner' : ', who sees the owners of their own ports'}
        </dd>
        {source && (
          <>
            <dt>Reads from</dt>
            <dd>
              <span className="mono">{source.name}</span>, last in {formatDuration(source.durationMs)}
              {source.fallbackReason && <span className={styles.more}>{source.fallbackReason}</span>}
              {source.lastError && <span className={styles.more}>{source.lastError}</span>}
            </dd>
          </>
        )}
        <dt>Keeps to itself</dt>
        <dd>What Berth knows stays on this machine.</dd>
        <dt>Licence</dt>
        <dd>MIT</dd>
      </dl>
    </div>
  );
}
