import { clipboard, shell } from 'electron';
import type { Platform } from '../../../shared/contract/host.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { Core } from '../../core/core.ts';
import type { Clock } from '../../core/lib/clock.ts';
import type { Log } from '../../core/lib/log.ts';
import { mayOpenOutside } from '../may-open-outside.ts';
import type { NoticeBoard } from '../notices/notice-board.ts';
import type { Watching } from '../system/watching.ts';
import type { FollowedUpdates } from '../updates/follow-updates.ts';
import type { Windows } from '../windows.ts';
import { BerthTray } from './berth-tray.ts';
import { runTrayAction, type TrayHands } from './run-tray-action.ts';
import { UndoShelf } from './undo-shelf.ts';

export interface AttachTrayOptions {
  readonly platform: Platform;
  readonly iconFolder: string;
  readonly core: Core;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: () => Settings;
  readonly windows: Windows;
  readonly board: NoticeBoard;
  readonly watching: Watching;
  readonly onFolders: (paths: readonly string[]) => void;
  /** Opens the way to newer versions; told when a menu has to say something else. */
  readonly openUpdates: (changed: () => void) => FollowedUpdates;
  readonly quit: () => void;
}

/** Puts the icon into the bar and keeps it true. The returned function takes it away. */
export function attachTray(options: AttachTrayOptions): () => void {
  const { platform, iconFolder, core, clock, log, settings, windows, watching, onFolders } = options;
  const undo = new UndoShelf(clock, () => tray.changed());
  const updates = options.openUpdates(() => tray.changed());
  const hands = trayHands(options, undo, updates, () => tray.changed());
  const tray: BerthTray = new BerthTray({
    platform,
    iconFolder,
    clock,
    facts: () => ({
      snapshot: core.snapshot(),
      folders: core.folders.list(),
      watchedPorts: settings().watchedPorts,
      isPaused: watching.isPausedByPerson,
      undo: undo.offer,
      update: updates.state(),
    }),
    run: (action) =>
      void runTrayAction(hands, action).catch((error: unknown) => {
        log.error(`The tray could not do "${action.kind}"`, error);
      }),
    onClick: (iconBounds) => windows.small.toggle(iconBounds),
    onDropFiles: onFolders,
  });
  const changed = () => tray.changed();
  const ends = [
    core.onChanges(changed),
    core.onSource(changed),
    core.onSettings(changed),
    core.folders.onChange(changed),
    () => updates.close(),
    () => tray.close(),
  ];
  return () => {
    for (const end of ends) end();
  };
}

function trayHands(
  { core, windows, board, watching, settings, quit }: AttachTrayOptions,
  undo: UndoShelf,
  updates: FollowedUpdates,
  changed: () => void,
): TrayHands {
  return {
    core,
    asksAlways: () => settings().confirmKill === 'always',
    showWindow: () => windows.main.show(),
    showInWindow: (navigate) => windows.showInMain(navigate),
    async openAddress(url) {
      const allowed = mayOpenOutside(url);
      if (allowed) await shell.openExternal(allowed);
    },
    copy: (text) => clipboard.writeText(text),
    tell: board.show,
    setPaused(paused) {
      watching.set('person', paused);
      changed();
    },
    offerUndo: (offer, until) => undo.put(offer, until),
    takeUndo: (id) => undo.take(id),
    updates,
    quit,
  };
}
