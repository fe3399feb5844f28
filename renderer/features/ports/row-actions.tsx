import CheckIcon from 'lucide-react/icons/check';
import CopyIcon from 'lucide-react/icons/copy';
import OpenIcon from 'lucide-react/icons/external-link';
import RestartIcon from 'lucide-react/icons/rotate-cw';
import WaitIcon from 'lucide-react/icons/timer';
import KillIcon from 'lucide-react/icons/x';
import type { ComponentProps } from 'react';
import type { Command } from '../../commands/command.ts';
import { copyAddress } from '../../commands/copy-address.ts';
import { forceKillPort, killPort } from '../../commands/kill-port.ts';
import { openPort } from '../../commands/open-port.ts';
import { restartPort } from '../../commands/restart-port.ts';
import { forceNow, waitLonger } from '../../commands/steer-kill.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useCommand } from '../../hooks/use-command.ts';
import { formatAddress } from '../../lib/format-address.ts';
import type { RowAction } from '../../store/actions-slice.ts';
import { killName } from '../../store/kill-name.ts';
import type { PortRow } from '../../store/port-row.ts';
import { Button } from '../../ui/button.tsx';
import { GridPart } from '../../ui/grid-part.tsx';
import { Icon } from '../../ui/icon.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import columnStyles from './columns.module.css';
import styles from './port-row-view.module.css';
import { restartName } from './restart-name.ts';

export interface RowActionsProps {
  readonly row: PortRow;
  readonly action: RowAction | undefined;
  /** In the order of Tab: only the selected row's, or Tab would walk the whole list. */
  readonly reachable: boolean;
}

export function RowActions({ row, action, reachable }: RowActionsProps) {
  const acting = action?.phase === 'acting';
  const tabIndex = reachable ? 0 : -1;
  return (
    <GridPart
      role="gridcell"
      aria-colindex={7}
      className={joinClasses(columnStyles.actions, styles.actions, acting && styles.steering)}
    >
      {acting ? (
        <Steering row={row} tabIndex={tabIndex} />
      ) : (
        <Usual row={row} action={action} tabIndex={tabIndex} />
      )}
    </GridPart>
  );
}

interface PartProps {
  readonly row: PortRow;
  readonly tabIndex: number;
}

function Usual({ row, action, tabIndex }: PartProps & { readonly action: RowAction | undefined }) {
  const address = formatAddress(row.listener.address, row.listener.port);
  const copied = useAppState((state) => state.actions.copied === address);
  const again = action?.phase === 'failed' && action.kind === 'kill';
  const shared = { listenerId: row.id, tabIndex };
  return (
    <>
      <IconAction {...shared} command={openPort} name={`Open ${address}`} icon={OpenIcon} />
      <IconAction
        {...shared}
        className={styles.copy}
        command={copyAddress}
        name={`Copy ${address}`}
        icon={copied ? CheckIcon : CopyIcon}
      />
      <IconAction {...shared} command={restartPort} name={restartName(row)} icon={RestartIcon} />
      <DangerAction
        {...shared}
        command={again ? forceKillPort : killPort}
        name={`${again ? 'Force' : 'Kill'} ${killName(row)}`}
        text={again ? 'Force' : 'Kill'}
      />
    </>
  );
}

function Steering({ row, tabIndex }: PartProps) {
  const shared = { listenerId: row.id, tabIndex };
  return (
    <>
      <IconAction
        {...shared}
        command={waitLonger}
        name={`Wait longer for ${killName(row)}`}
        icon={WaitIcon}
      />
      <DangerAction {...shared} command={forceNow} name={`Force now ${killName(row)}`} text="Force now" />
    </>
  );
}

interface ActionProps {
  readonly listenerId: string;
  readonly command: Command;
  readonly name: string;
  readonly tabIndex: number;
  readonly className?: string | undefined;
}

function IconAction({
  listenerId,
  command,
  name,
  icon,
  tabIndex,
  className,
}: ActionProps & { readonly icon: ComponentProps<typeof Icon>['of'] }) {
  const { enabled, run } = useCommand(command, listenerId);
  if (!enabled) return null;
  return (
    <Button
      className={className}
      tone="quiet"
      small
      iconOnly
      tabIndex={tabIndex}
      aria-label={name}
      onClick={run}
    >
      <Icon of={icon} />
    </Button>
  );
}

function DangerAction({
  listenerId,
  command,
  name,
  text,
  tabIndex,
}: ActionProps & { readonly text: string }) {
  const { enabled, run } = useCommand(command, listenerId);
  if (!enabled) return null;
  return (
    <Button tone="quiet-danger" small tabIndex={tabIndex} aria-label={name} onClick={run}>
      <Icon of={KillIcon} />
      {text}
    </Button>
  );
}
