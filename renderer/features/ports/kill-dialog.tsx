import { useRef, useState } from 'react';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { countOf } from '../../lib/count-of.ts';
import { patchSlice } from '../../store/app-store.ts';
import type { KillPlan } from '../../store/plan-kill.ts';
import { runKill } from '../../store/run-kill.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './kill-dialog.module.css';

const namedProcesses = 50;

/** Asks before more ends than the row says by itself. Cancel is the answer that a stray Enter gives. */
export function KillDialog() {
  const app = useApp();
  const plan = useAppState((state) => state.view.asking);
  const live = useAppState((state) => state.connection.phase === 'live');
  const cancel = useRef<HTMLButtonElement>(null);
  const shown = useLast(plan);
  if (!shown) return null;
  const close = () => patchSlice(app.store, 'view', { asking: null });
  const confirm = () => {
    close();
    void runKill(app, shown);
  };
  const name = shown.processes[0]?.name ?? '';
  const processes = countOf(shown.processes.length, 'process', 'processes');
  const verb = shown.force ? 'Force' : 'Kill';
  return (
    <Dialog
      open={plan !== null}
      title={`${verb} ${name} on port ${shown.port}?`}
      onClose={close}
      firstFocus={cancel}
    >
      <p className={styles.muted}>{`${processes} will end:`}</p>
      <ul className={styles.processes}>
        {shown.processes.slice(0, namedProcesses).map((process) => (
          <li key={process.key}>
            {process.name} <span className={`mono ${styles.muted}`}>{process.pid}</span>
          </li>
        ))}
        {shown.processes.length > namedProcesses && (
          <li className={styles.muted}>and {shown.processes.length - namedProcesses} more</li>
        )}
      </ul>
      {shown.otherPorts.length > 0 && <p>{otherPortsText(shown)}</p>}
      <div className={styles.buttons}>
        <Button ref={cancel} onClick={close}>
          Cancel
        </Button>
        <Button tone="danger" disabled={!live} onClick={confirm}>
          {`${verb} ${name}, ${processes}`}
        </Button>
      </div>
    </Dialog>
  );
}

function otherPortsText({ otherPorts }: KillPlan): string {
  const named = otherPorts.slice(0, 12).join(', ');
  const rest = otherPorts.length > 12 ? ` and ${otherPorts.length - 12} more` : '';
  return `${otherPorts.length === 1 ? 'Port' : 'Ports'} ${named}${rest} will close too.`;
}

/** The last plan that was asked about, so that the dialog keeps its words while it goes away. */
function useLast(plan: KillPlan | null): KillPlan | null {
  const [last, setLast] = useState(plan);
  if (plan !== null && plan !== last) setLast(plan);
  return plan ?? last;
}
