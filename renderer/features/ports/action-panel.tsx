import { forceNow, waitLonger } from '../../commands/steer-kill.ts';
import { useApp } from '../../hooks/use-app.ts';
import { useCommand } from '../../hooks/use-command.ts';
import type { ActionDetail, RowAction } from '../../store/actions-slice.ts';
import { killName } from '../../store/kill-name.ts';
import type { PortRow } from '../../store/port-row.ts';
import { forgetAction } from '../../store/row-actions.ts';
import { giveUp } from '../../store/steer-kill.ts';
import { Button } from '../../ui/button.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import { ActingTime } from './acting-time.tsx';
import { actionText } from './action-text.ts';
import styles from './inspector.module.css';
import { PrintedLines } from './printed-lines.tsx';
import { StopInstead } from './stop-instead.tsx';

export interface ActionPanelProps {
  readonly row: PortRow;
  readonly action: RowAction;
}

/** The whole sentence about an action, with what was sent and printed, and what can be done about it. */
export function ActionPanel({ row, action }: ActionPanelProps) {
  const { store } = useApp();
  const { phase } = action;
  const tone = phase === 'failed' ? styles.failed : phase === 'done' ? styles.freed : null;
  return (
    <section className={styles.result} aria-label="What was done">
      <p className={joinClasses(tone)}>
        {actionText(action, row.closed)}
        {phase === 'acting' && (
          <span className={styles.faint}>
            <ActingTime action={action} />
          </span>
        )}
      </p>
      {phase !== 'acting' && action.detail && <Detail row={row} detail={action.detail} />}
      {phase === 'acting' && <Steering row={row} />}
      {phase === 'failed' && (
        <div className={styles.actions}>
          <Button small onClick={() => forgetAction(store, row.id)}>
            Dismiss
          </Button>
        </div>
      )}
    </section>
  );
}

function Detail({ row, detail }: { readonly row: PortRow; readonly detail: ActionDetail }) {
  const { sent, exit, lines, supervisorCommand, supervisor } = detail;
  return (
    <>
      {sent && <p className={styles.faint}>{sent}</p>}
      {exit && <p className={styles.faint}>{exit}</p>}
      {lines.length > 0 && <PrintedLines lines={lines} label="The last it printed" />}
      {supervisorCommand && (
        <StopInstead row={row} supervisor={supervisor ?? 'what starts it'} command={supervisorCommand} />
      )}
    </>
  );
}

/** Over the course of what is under way: sooner, later, or not to look at it any more. */
function Steering({ row }: { readonly row: PortRow }) {
  const app = useApp();
  const force = useCommand(forceNow, row.id);
  const wait = useCommand(waitLonger, row.id);
  return (
    <div className={styles.actions}>
      {force.enabled && (
        <Button small tone="danger" aria-label={`Force now ${killName(row)}`} onClick={force.run}>
          Force now
        </Button>
      )}
      {wait.enabled && (
        <Button small onClick={wait.run}>
          Wait longer
        </Button>
      )}
      <Button small onClick={() => void giveUp(app, row.id)}>
        Stop waiting
      </Button>
    </div>
  );
}
