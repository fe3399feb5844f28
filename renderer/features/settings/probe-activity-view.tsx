import ChevronIcon from 'lucide-react/icons/chevron-down';
import { useId, useState } from 'react';
import type { ProbeActivity } from '../../../shared/contract/probes.ts';
import { usePolledCall } from '../../hooks/use-polled-call.ts';
import { countOf } from '../../lib/count-of.ts';
import { formatAddress } from '../../lib/format-address.ts';
import { formatBytes } from '../../lib/format-bytes.ts';
import { formatClock, formatMoment } from '../../lib/format-time.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './probe-activity-view.module.css';

const pace = 2000;
const noArguments = () => ({});

const triggers: Readonly<Record<ProbeActivity['entries'][number]['trigger'], string>> = {
  automatic: 'by itself',
  request: 'asked for',
  doctor: 'by the doctor',
};

/** Every connection that Berth made itself, and why. */
export function ProbeActivityView() {
  const activity = usePolledCall('probes.activity', 'all', noArguments, pace);
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={styles.activity}>
      <div className={styles.line}>
        <span>
          <span className={styles.title}>What Berth connected to</span>
          <span className={styles.sum}>{activity ? sumOf(activity) : 'Not known.'}</span>
        </span>
        {activity && activity.entries.length > 0 && (
          <Button small aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            {open ? 'Hide' : 'Show'}
            <Icon of={ChevronIcon} size={13} />
          </Button>
        )}
      </div>
      <div id={id} hidden={!open}>
        {open && activity && <Entries activity={activity} />}
      </div>
    </div>
  );
}

function sumOf({ connections, bytesSent }: ProbeActivity): string {
  if (connections === 0) return 'Nothing since it was started.';
  return `${countOf(connections, 'connection')} and ${formatBytes(bytesSent)} sent since it was started.`;
}

function Entries({ activity }: { readonly activity: ProbeActivity }) {
  return (
    <ol className={styles.list} aria-label="Connections, newest first">
      {activity.entries.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two probes of one millisecond have no other identity
        <li key={`${entry.at} ${index}`} className={styles.entry}>
          <span className={styles.faint} title={formatMoment(entry.at)}>
            {formatClock(entry.at)}
          </span>
          <span className={styles.target}>
            <span className="mono">{formatAddress(entry.address, entry.port)}</span>
            {entry.owner && <span className={styles.faint}> {entry.owner}</span>}
          </span>
          <span className={styles.what}>
            {entry.purpose}, {triggers[entry.trigger]}: {entry.result}
          </span>
          <span className={styles.faint}>
            {countOf(entry.connections, 'connection')}, {formatBytes(entry.bytesSent)} out,{' '}
            {formatBytes(entry.bytesReceived)} in
          </span>
        </li>
      ))}
    </ol>
  );
}
