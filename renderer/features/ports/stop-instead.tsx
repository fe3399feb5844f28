import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useCommandLine } from '../../hooks/use-command-line.ts';
import { choicesOf } from '../../store/kill-question.ts';
import type { PortRow } from '../../store/port-row.ts';
import { stopSupervisor } from '../../store/stop-supervisor.ts';
import { Button } from '../../ui/button.tsx';
import { CommandLine } from './command-line.tsx';
import styles from './inspector.module.css';

export interface StopInsteadProps {
  readonly row: PortRow;
  readonly supervisor: string;
  readonly command: readonly string[];
}

/** Offers to stop what started the program again, with the command that would do it. */
export function StopInstead({ row, supervisor, command }: StopInsteadProps) {
  const app = useApp();
  const live = useAppState((state) => state.connection.phase === 'live');
  const line = useCommandLine(command);
  const [choice] = choicesOf([row]);
  if (!choice) return null;
  const stop = () => void stopSupervisor(app, { listenerId: row.id, target: choice.target, command });
  return (
    <>
      <CommandLine line={line} />
      <div className={styles.actions}>
        <Button
          small
          disabled={!live}
          title={`Runs ${line}`}
          aria-label={`Stop it instead: ${supervisor}`}
          onClick={stop}
        >
          Stop it instead
        </Button>
      </div>
    </>
  );
}
