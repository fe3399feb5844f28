import { useEffect, useRef } from 'react';
import type { FolderLogEntry, ServedFolder } from '../../../shared/contract/folders.ts';
import { useFolderLog } from '../../hooks/use-folder-log.ts';
import { formatBytes } from '../../lib/format-bytes.ts';
import { formatClock, formatDuration, formatMoment } from '../../lib/format-time.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import styles from './folder-log-view.module.css';

/** Pixels from the end within which the view goes along with what is new. */
const nearTheEnd = 40;

/** The requests as they come in. */
export function FolderLogView({ folder }: { readonly folder: ServedFolder }) {
  const { entries, isRead, failure } = useFolderLog(folder.id);
  const view = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it goes along whenever there is something new
  useEffect(() => {
    if (view.current && follows.current) view.current.scrollTop = view.current.scrollHeight;
  }, [entries]);
  if (failure !== null) return <p className={styles.note}>{failure}</p>;
  if (isRead && entries.length === 0) {
    return (
      <p className={styles.note}>
        Nobody has asked for anything yet. Every request shows here within a second.
      </p>
    );
  }
  return (
    <div
      ref={view}
      className={styles.log}
      role="log"
      aria-label={`Requests to ${folder.name}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by a keyboard
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        follows.current = scrollHeight - scrollTop - clientHeight < nearTheEnd;
      }}
    >
      {entries.map((entry) => (
        <Entry key={entry.number} entry={entry} />
      ))}
    </div>
  );
}

function Entry({ entry }: { readonly entry: FolderLogEntry }) {
  const { at, method, path, status, bytes, durationMs, peer } = entry;
  return (
    <div className={styles.entry}>
      <span className={styles.faint} title={formatMoment(at)}>
        {formatClock(at)}
      </span>
      <span className={joinClasses(styles.status, status >= 400 && styles.refused)}>{status}</span>
      <span className={styles.path} title={`${method} ${path}`}>
        {method !== 'GET' && `${method} `}
        {path}
      </span>
      <span className={styles.number}>{formatBytes(bytes)}</span>
      <span className={styles.number}>{formatDuration(durationMs)}</span>
      <span className={styles.peer} title={`From ${peer}`}>
        {peer}
      </span>
    </div>
  );
}
