import { isPortFree } from '../../../shared/contract/is-port-free.ts';
import type { KillResult, KillTarget } from '../../../shared/contract/kill.ts';
import type { RestartResult } from '../../../shared/contract/restart.ts';
import { type Core, PortsUnreadableError } from '../../core/core.ts';
import type { Notice } from '../notices/notice.ts';
import { decideKill } from './decide-kill.ts';
import type { UndoOffer } from './undo-offer.ts';

export interface PortActor {
  readonly core: Pick<Core, 'planKill' | 'kill' | 'restart' | 'undoKill'>;
  /** The settings want a question before every kill. */
  readonly asksAlways: () => boolean;
  readonly tell: (notice: Notice) => void;
  /** Shows the plan of the row's kill in the window. */
  readonly askInWindow: (listenerId: string) => void;
  readonly offerUndo: (offer: UndoOffer, until: string) => void;
}

export interface PortAct {
  readonly target: KillTarget;
  readonly listenerId: string;
}

/** Kills from outside the window: the obvious at once, anything more in the window where it can be read first. */
export async function killPort(actor: PortActor, { target, listenerId }: PortAct): Promise<void> {
  if (actor.asksAlways()) return actor.askInWindow(listenerId);
  await orTell(actor, target.port, listenerId, async () => {
    const decision = decideKill(await actor.core.planKill({ targets: [target] }));
    if (decision.kind === 'ask') return actor.askInWindow(listenerId);
    if (decision.kind === 'tell') {
      return actor.tell(
        noticeOf(target.port, `Port ${target.port}: not killed`, decision.reason, listenerId),
      );
    }
    const { results } = await actor.core.kill(
      { targets: [target], force: false },
      new AbortController().signal,
    );
    for (const result of results) tellKilled(actor, result, listenerId);
  });
}

export async function restartPort(actor: PortActor, { target, listenerId }: PortAct): Promise<void> {
  await orTell(actor, target.port, listenerId, async () => {
    const result = await actor.core.restart({ target }, new AbortController().signal);
    actor.tell(restarted(result, listenerId));
  });
}

export async function undoKill({ core, tell }: PortActor, id: string): Promise<void> {
  const outcome = await core.undoKill({ id });
  if (outcome.ok) for (const result of outcome.value) tell(restarted(result, null));
  else
    tell({ key: `undo ${id}`, title: 'Not started again', body: outcome.failure.message, listenerId: null });
}

function tellKilled({ tell, offerUndo }: PortActor, result: KillResult, listenerId: string): void {
  const { port, outcome, message, undo, processes } = result;
  const free = isPortFree(outcome);
  tell(noticeOf(port, free ? `Port ${port} is free` : `Port ${port} is still busy`, message, listenerId));
  const name = processes[0]?.name;
  if (undo && name) offerUndo({ id: undo.id, port, name }, undo.until);
}

function restarted({ port, outcome, message }: RestartResult, listenerId: string | null): Notice {
  const title = outcome === 'back' ? `Port ${port} is back` : `Port ${port} is not back`;
  return noticeOf(port, title, message, listenerId);
}

function noticeOf(port: number, title: string, body: string, listenerId: string | null): Notice {
  return { key: `act ${port}`, title, body, listenerId };
}

async function orTell(
  { tell }: PortActor,
  port: number,
  listenerId: string,
  run: () => Promise<void>,
): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof PortsUnreadableError)) throw error;
    tell(noticeOf(port, `Port ${port}: nothing done`, error.message, listenerId));
  }
}
