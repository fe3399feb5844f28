import type { ServedFolder } from '../../../shared/contract/folders.ts';
import { useNow } from '../../hooks/use-now.ts';
import { countOf } from '../../lib/count-of.ts';
import { formatBytes } from '../../lib/format-bytes.ts';
import { formatAgo, formatMoment } from '../../lib/format-time.ts';
import styles from './folder-numbers.module.css';

/** How much was asked for, how much was sent, and when last. */
export function FolderNumbers({ folder }: { readonly folder: ServedFolder }) {
  const now = useNow(5000);
  const { requests, bytes, lastRequestAt } = folder;
  if (requests === 0) return <span className={styles.numbers}>Nobody has asked for anything yet</span>;
  return (
    <span className={styles.numbers}>
      <span>{countOf(requests, 'request')}</span>
      <span>{formatBytes(bytes)}</span>
      {lastRequestAt && (
        <span title={formatMoment(lastRequestAt)}>last {formatAgo(now - Date.parse(lastRequestAt))}</span>
      )}
    </span>
  );
}
