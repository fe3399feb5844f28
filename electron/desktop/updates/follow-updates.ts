import type { Clock } from '../../core/lib/clock.ts';
import type { Notice } from '../notices/notice.ts';
import type { Updates } from './check-updates.ts';
import type { UpdateState } from './update-state.ts';

/** Milliseconds: from the start to the first look, and between two looks. */
const firstLook = 60_000;
const looksEvery = 24 * 60 * 60 * 1000;

export interface FollowUpdatesOptions {
  readonly clock: Clock;
  /** Whether the person wants Berth to look by itself. */
  readonly looksByItself: () => boolean;
  readonly show: (notice: Notice) => void;
  /** The menus show another state now. */
  readonly changed: () => void;
  readonly open: (onUpdate: (state: UpdateState) => void) => Updates;
}

export interface FollowedUpdates extends Updates {
  state(): UpdateState;
  close(): void;
}

/** Looks for newer versions where the person said so, and tells of one that is there or ready. */
export function followUpdates({
  clock,
  looksByItself,
  show,
  changed,
  open,
}: FollowUpdatesOptions): FollowedUpdates {
  const seen: { state: UpdateState } = { state: { kind: 'not-checked' } };
  const updates = open((next) => {
    const isNews = next.kind !== seen.state.kind;
    seen.state = next;
    // How far a fetch has come would only make the menu flicker.
    if (!isNews) return;
    changed();
    const notice = noticeOf(next);
    if (notice) show(notice);
  });
  let cancel: () => void = () => undefined;
  const lookAfter = (ms: number) => {
    cancel = clock.after(ms, () => {
      if (looksByItself()) void updates.check();
      lookAfter(looksEvery);
    });
  };
  if (seen.state.kind !== 'off') lookAfter(firstLook);
  return { ...updates, state: () => seen.state, close: () => cancel() };
}

function noticeOf(state: UpdateState): Notice | null {
  const notice = { key: 'update', listenerId: null };
  if (state.kind === 'available') {
    return { ...notice, title: `Berth ${state.version} is there`, body: 'The menu of the icon fetches it.' };
  }
  if (state.kind === 'ready') {
    return {
      ...notice,
      title: `Berth ${state.version} is fetched`,
      body: 'The menu of the icon restarts into it.',
    };
  }
  return null;
}
