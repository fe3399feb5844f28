import CheckIcon from 'lucide-react/icons/check';
import CopyIcon from 'lucide-react/icons/copy';
import OpenIcon from 'lucide-react/icons/external-link';
import KillIcon from 'lucide-react/icons/x';
import { copyAddress } from '../../commands/copy-address.ts';
import { forceKillPort, killPort } from '../../commands/kill-port.ts';
import { openPort } from '../../commands/open-port.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useCommand } from '../../hooks/use-command.ts';
import { formatAddress } from '../../lib/format-address.ts';
import type { KillState } from '../../store/actions-slice.ts';
import type { PortRow } from '../../store/port-row.ts';
import { Button } from '../../ui/button.tsx';
import { GridPart } from '../../ui/grid-part.tsx';
import { Icon } from '../../ui/icon.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import columnStyles from './columns.module.css';
import { killName } from './kill-name.ts';
import styles from './port-row-view.module.css';

export interface RowActionsProps {
  readonly row: PortRow;
  readonly kill: KillState | undefined;
  /** In the order of Tab: only the selected row's, or Tab would walk the whole list. */
  readonly reachable: boolean;
}

export function RowActions({ row, kill, reachable }: RowActionsProps) {
  const { listener } = row;
  const address = formatAddress(listener.address, listener.port);
  const copied = useAppState((state) => state.actions.copied === address);
  const again = kill !== undefined && kill.phase !== 'freed';
  const open = useCommand(openPort, row.id);
  const copy = useCommand(copyAddress, row.id);
  const end = useCommand(again ? forceKillPort : killPort, row.id);
  const tabIndex = reachable ? 0 : -1;
  return (
    <GridPart role="gridcell" aria-colindex={7} className={joinClasses(columnStyles.actions, styles.actions)}>
      {open.enabled && (
        <Button
          tone="quiet"
          small
          iconOnly
          tabIndex={tabIndex}
          aria-label={`Open ${address}`}
          onClick={open.run}
        >
          <Icon of={OpenIcon} />
        </Button>
      )}
      {copy.enabled && (
        <Button
          className={styles.copy}
          tone="quiet"
          small
          iconOnly
          tabIndex={tabIndex}
          aria-label={`Copy ${address}`}
          onClick={copy.run}
        >
          <Icon of={copied ? CheckIcon : CopyIcon} />
        </Button>
      )}
      {end.enabled && (
        <Button
          tone="quiet-danger"
          small
          tabIndex={tabIndex}
          aria-label={`${again ? 'Force' : 'Kill'} ${killName(row)}`}
          onClick={end.run}
        >
          <Icon of={KillIcon} />
          {again ? 'Force' : 'Kill'}
        </Button>
      )}
    </GridPart>
  );
}
