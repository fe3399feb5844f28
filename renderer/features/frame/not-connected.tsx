import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import styles from './mismatch-screen.module.css';

/** Before Berth has said anything, in a place that has nothing of its own to show. */
export function NotConnected() {
  const { reconnect } = useApp();
  const lost = useAppState((state) => state.connection.phase === 'lost');
  return (
    <main className={styles.screen}>
      {lost ? (
        <Empty title="Berth cannot be reached" action={<Button onClick={reconnect}>Try now</Button>}>
          It may have ended, or this page was opened without its link. Start Berth again and open the link it
          prints; this page connects by itself as soon as it can.
        </Empty>
      ) : (
        <p className="visually-hidden">Connecting…</p>
      )}
    </main>
  );
}
