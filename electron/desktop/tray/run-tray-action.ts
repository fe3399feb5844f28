import type { Navigate } from '../../../shared/contract/navigation.ts';
import type { Core } from '../../core/core.ts';
import type { Notice } from '../notices/notice.ts';
import type { Updates } from '../updates/check-updates.ts';
import { killPort, type PortActor, restartPort, undoKill } from './act-on-port.ts';
import type { TrayAction } from './tray-action.ts';
import type { UndoOffer } from './undo-offer.ts';

export interface TrayHands {
  readonly core: Pick<Core, 'planKill' | 'kill' | 'restart' | 'undoKill' | 'findFreePorts' | 'folders'>;
  readonly asksAlways: () => boolean;
  readonly showWindow: () => void;
  /** Shows the window with that in it. */
  readonly showInWindow: (navigate: Navigate) => void;
  readonly openAddress: (url: string) => Promise<void>;
  readonly copy: (text: string) => Promise<void>;
  readonly tell: (notice: Notice) => void;
  readonly setPaused: (paused: boolean) => void;
  readonly offerUndo: (offer: UndoOffer, until: string) => void;
  /** It can be taken back only once. */
  readonly takeUndo: (id: string) => void;
  readonly updates: Updates;
  readonly quit: () => void;
}

/** Does what a line of the tray's menu says. */
export async function runTrayAction(hands: TrayHands, action: TrayAction): Promise<void> {
  const actor: PortActor = {
    ...hands,
    askInWindow: (listenerId) => hands.showInWindow({ place: 'ports', listenerId, ask: 'kill' }),
  };
  switch (action.kind) {
    case 'show-window':
      return hands.showWindow();
    case 'show-port':
      return hands.showInWindow({ place: 'ports', listenerId: action.listenerId });
    case 'open-address':
      return hands.openAddress(action.url);
    case 'copy':
      return hands.copy(action.text);
    case 'restart':
      return restartPort(actor, action);
    case 'kill':
      return killPort(actor, action);
    case 'undo':
      hands.takeUndo(action.id);
      return undoKill(actor, action.id);
    case 'find-free-port':
      return copyFreePort(hands);
    case 'open-doctor':
      return hands.showInWindow({ place: 'doctor' });
    case 'stop-folder':
      return stopFolder(hands, action.id);
    case 'pause':
      return hands.setPaused(true);
    case 'resume':
      return hands.setPaused(false);
    case 'check-updates':
      return hands.updates.check();
    case 'fetch-update':
      return hands.updates.download();
    case 'install-update':
      return hands.updates.install();
    case 'quit':
      return hands.quit();
  }
}

async function copyFreePort({ core, copy, tell }: TrayHands): Promise<void> {
  const found = await core.findFreePorts({ count: 1, range: null });
  const port = found.ok ? found.value.ports[0] : undefined;
  if (port === undefined) {
    const body = found.ok ? 'None was found.' : found.failure.message;
    return tell({ key: 'free port', title: 'No free port', body, listenerId: null });
  }
  await copy(String(port));
  tell({
    key: 'free port',
    title: `Port ${port} is free`,
    body: 'It is in the clipboard.',
    listenerId: null,
  });
}

async function stopFolder({ core, tell }: TrayHands, id: string): Promise<void> {
  const stopped = await core.folders.stop(id);
  if (stopped.ok) return;
  tell({ key: `folder ${id}`, title: 'Still served', body: stopped.failure.message, listenerId: null });
}
