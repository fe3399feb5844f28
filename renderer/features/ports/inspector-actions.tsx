import { forceKillPort, killPort } from '../../commands/kill-port.ts';
import { openPort } from '../../commands/open-port.ts';
import { restartPort } from '../../commands/restart-port.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useCommand } from '../../hooks/use-command.ts';
import { killName } from '../../store/kill-name.ts';
import { holdsPort } from '../../store/kill-question.ts';
import type { PortRow } from '../../store/port-row.ts';
import { Button } from '../../ui/button.tsx';
import { ActionPanel } from './action-panel.tsx';
import styles from './inspector.module.css';
import { restartName } from './restart-name.ts';

export function InspectorActions({ row }: { readonly row: PortRow }) {
  const action = useAppState((state) => state.actions.rows.get(row.id));
  const offered = useAppState((state) => state.connection.host?.capabilities.includes('kill') ?? false);
  const end = useCommand(killPort, row.id);
  const force = useCommand(forceKillPort, row.id);
  const again = useCommand(restartPort, row.id);
  const open = useCommand(openPort, row.id);
  const hasFailed = action?.phase === 'failed' && action.kind === 'kill';
  const able = offered && holdsPort(row) && !row.closed;
  return (
    <>
      {!row.closed && (
        <div className={styles.actions}>
          {able && (
            <>
              <Button
                tone="danger"
                disabled={!end.enabled}
                aria-label={`Kill ${killName(row)}`}
                onClick={end.run}
              >
                Kill
              </Button>
              {hasFailed && (
                <Button
                  tone="danger"
                  disabled={!force.enabled}
                  aria-label={`Force ${killName(row)}`}
                  onClick={force.run}
                >
                  Force
                </Button>
              )}
              <Button disabled={!again.enabled} aria-label={restartName(row)} onClick={again.run}>
                Restart
              </Button>
            </>
          )}
          {open.enabled && <Button onClick={open.run}>Open</Button>}
        </div>
      )}
      {action && <ActionPanel row={row} action={action} />}
    </>
  );
}
