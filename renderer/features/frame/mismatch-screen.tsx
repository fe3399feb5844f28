import { useAppState } from '../../hooks/use-app-state.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import styles from './mismatch-screen.module.css';

/** Berth was replaced by another version while this page was open. */
export function MismatchScreen() {
  const reason = useAppState((state) => state.connection.reason);
  return (
    <main className={styles.screen}>
      <Empty
        title="This page is from another version of Berth"
        action={<Button onClick={() => window.location.reload()}>Reload the page</Button>}
      >
        {reason ?? 'Reload the page to go on.'}
      </Empty>
    </main>
  );
}
