import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import styles from './no-list-yet.module.css';

const rows = ['1', '2', '3', '4', '5', '6', '7', '8'];

/** Before the first list: on its way, or out of reach. */
export function NoListYet() {
  const { reconnect } = useApp();
  const lost = useAppState((state) => state.connection.phase === 'lost');
  if (lost) {
    return (
      <Empty title="Berth cannot be reached" action={<Button onClick={reconnect}>Try now</Button>}>
        It may have ended, or this page was opened without its link. Start Berth again and open the link it
        prints; this page connects by itself as soon as it can.
      </Empty>
    );
  }
  return (
    <div className={styles.loading}>
      <p className="visually-hidden">Reading the ports…</p>
      {rows.map((row) => (
        <div key={row} className={styles.row} aria-hidden="true">
          <i />
          <i />
          <i />
        </div>
      ))}
    </div>
  );
}
