import { killPort } from '../../commands/kill-port.ts';
import { clearPicked } from '../../commands/pick-rows.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useCommand } from '../../hooks/use-command.ts';
import { countOf } from '../../lib/count-of.ts';
import type { AppState } from '../../store/app-store.ts';
import { choicesOf } from '../../store/kill-question.ts';
import { pickedRows } from '../../store/pick-rows.ts';
import { Button } from '../../ui/button.tsx';
import styles from './pick-bar.module.css';

/** What can be done with the picked rows together. */
export function PickBar() {
  const rows = useAppState(countRows);
  const ports = useAppState(countPorts);
  const kill = useCommand(killPort);
  const clear = useCommand(clearPicked);
  if (rows === 0) return null;
  return (
    <section className={styles.bar} aria-label="Selected ports">
      <span className={styles.count}>{rows.toLocaleString('en')} selected</span>
      {ports > 0 && (
        <Button small tone="danger" disabled={!kill.enabled} onClick={kill.run}>
          Kill {countOf(ports, 'port')}
        </Button>
      )}
      <Button small onClick={clear.run}>
        Clear
      </Button>
    </section>
  );
}

function countRows(state: AppState): number {
  return pickedRows(state).length;
}

/** Without those whose owner is not seen: they cannot be ended. */
function countPorts(state: AppState): number {
  return choicesOf(pickedRows(state)).length;
}
