import WarningIcon from 'lucide-react/icons/triangle-alert';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useNow } from '../../hooks/use-now.ts';
import { formatAge } from '../../lib/format-time.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './connection-banner.module.css';

/** Says over a list that is getting old that it is, and how old. */
export function ConnectionBanner() {
  const shown = useAppState((state) => state.connection.phase === 'lost' && state.ports.loaded);
  return shown ? <Lost /> : <div />;
}

function Lost() {
  const { reconnect } = useApp();
  const scannedAt = useAppState((state) => state.ports.scannedAt);
  const retryAt = useAppState((state) => state.connection.retryAt);
  const now = useNow(500);
  const age = scannedAt ? formatAge(now - Date.parse(scannedAt)) : null;
  const inMs = retryAt === null ? 0 : retryAt - now;
  return (
    <section className={styles.banner} aria-label="Connection">
      <Icon of={WarningIcon} />
      <span className={styles.text}>
        Connection lost. {age && `What you see is ${age} old. `}
        <span className={styles.next}>
          {inMs > 1000 ? `Trying again in ${Math.ceil(inMs / 1000)} s.` : 'Trying again…'}
        </span>
      </span>
      <Button small onClick={reconnect}>
        Try now
      </Button>
    </section>
  );
}
