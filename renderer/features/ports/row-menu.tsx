import { Menu } from '@base-ui/react/menu';
import { Fragment, useMemo } from 'react';
import type { Command } from '../../commands/command.ts';
import { copyAddress } from '../../commands/copy-address.ts';
import { copyCommandLine, copyLookup, copyPid, copyUrl } from '../../commands/copy-facts.ts';
import { inspectPort } from '../../commands/inspect-port.ts';
import { forceKillPort, killPort } from '../../commands/kill-port.ts';
import { killProject } from '../../commands/kill-project.ts';
import { openPort } from '../../commands/open-port.ts';
import { clearPicked } from '../../commands/pick-rows.ts';
import { restartPort } from '../../commands/restart-port.ts';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useCommand } from '../../hooks/use-command.ts';
import type { AppState } from '../../store/app-store.ts';
import { patchSlice } from '../../store/app-store.ts';
import type { PortRow } from '../../store/port-row.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { Kbd } from '../../ui/kbd.tsx';
import styles from '../../ui/menu.module.css';
import { rowElementId } from './row-element-id.ts';

/** What can be done with the row under the pointer, or with the selected one. The focus goes back to the list. */
export function RowMenu({ home }: { readonly home: HTMLElement | null }) {
  const { store } = useApp();
  const menu = useAppState((state) => state.view.menu);
  const row = useAppState((state) => state.ports.rows.get(state.view.menu?.listenerId ?? '') ?? null);
  const anchor = useMemo(() => menu && { getBoundingClientRect: () => placeOf(menu) }, [menu]);
  return (
    <Menu.Root
      open={menu !== null && row !== null}
      onOpenChange={(open) => !open && patchSlice(store, 'view', { menu: null })}
    >
      <Menu.Portal container={home}>
        <Menu.Positioner anchor={anchor} align="start" sideOffset={2}>
          <Menu.Popup
            className={styles.popup}
            aria-label={row ? `Port ${row.listener.port}` : undefined}
            finalFocus={() => home?.querySelector<HTMLElement>('[role$="grid"]') ?? true}
            onContextMenu={(event) => event.preventDefault()}
          >
            {row && <Lines row={row} />}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function placeOf({ at, listenerId }: NonNullable<AppState['view']['menu']>): DOMRect {
  if (at) return new DOMRect(at.x, at.y, 0, 0);
  const row = document.getElementById(rowElementId(listenerId))?.getBoundingClientRect();
  // Under the number, where the eye is.
  return row ? new DOMRect(row.x + 40, row.y, 0, row.height) : new DOMRect();
}

const groups: readonly (readonly Command[])[] = [
  [inspectPort, openPort],
  [copyAddress, copyUrl, copyPid, copyCommandLine, copyLookup],
  [restartPort, killPort, forceKillPort, killProject],
];
const pickedGroups: readonly (readonly Command[])[] = [[killPort, clearPicked]];
const dangerous: ReadonlySet<Command> = new Set([killPort, forceKillPort, killProject]);

function Lines({ row }: { readonly row: PortRow }) {
  const together = useAppState((state) => state.view.picked.size > 1 && state.view.picked.has(row.id));
  return (together ? pickedGroups : groups).map((commands, index) => (
    <Fragment key={commands[0]?.id}>
      {index > 0 && <Menu.Separator className={styles.line} />}
      {commands.map((command) => (
        <Line key={command.id} command={command} listenerId={together ? undefined : row.id} />
      ))}
    </Fragment>
  ));
}

interface LineProps {
  readonly command: Command;
  readonly listenerId: string | undefined;
}

function Line({ command, listenerId }: LineProps) {
  const { enabled, run, whyNot } = useCommand(command, listenerId);
  const title = useAppState((state) => command.titleFor?.(state, listenerId) ?? command.title);
  const [key] = command.keys;
  return (
    <Menu.Item
      className={joinClasses(styles.item, dangerous.has(command) && styles.danger)}
      disabled={!enabled}
      title={enabled ? undefined : whyNot()}
      onClick={run}
    >
      {title}
      {key && (
        <span className={styles.end}>
          <Kbd keys={key} />
        </span>
      )}
    </Menu.Item>
  );
}
