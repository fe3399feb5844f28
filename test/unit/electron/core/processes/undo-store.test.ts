import { describe, expect, test } from 'vitest';
import type { CompleteRecord } from '../../../../../electron/core/processes/launch-record.ts';
import { UndoStore, undoLimits } from '../../../../../electron/core/processes/undo-store.ts';
import { StillClock } from '../../../../fakes/still-clock.ts';

/** What is kept is not looked into. */
const undoable = (port: number) => ({
  ports: [{ port, protocol: 'tcp' as const }],
  records: [{} as CompleteRecord],
});

describe('UndoStore', () => {
  test('hands a kill out once, until the moment it named', async () => {
    const clock = new StillClock();
    const store = new UndoStore(clock);
    const undo = store.remember(undoable(3000));
    expect(undo?.until).toBe(new Date(clock.now() + undoLimits.keepMs).toISOString());
    await clock.advance(undoLimits.keepMs - 1);
    expect(store.take(undo?.id ?? '')).toEqual(undoable(3000));
    expect(store.take(undo?.id ?? '')).toBeNull();
  });

  test('forgets a kill by itself', async () => {
    const clock = new StillClock();
    const store = new UndoStore(clock);
    const undo = store.remember(undoable(3000));
    await clock.advance(undoLimits.keepMs);
    expect(clock.nextIn).toBeNull();
    expect(store.take(undo?.id ?? '')).toBeNull();
  });

  test('keeps no more than it may, and drops the oldest', () => {
    const store = new UndoStore(new StillClock(), { keepMs: 1000, most: 2 });
    const ids = [1, 2, 3].map((port) => store.remember(undoable(port))?.id ?? '');
    expect(ids.map((id) => store.take(id)?.ports[0]?.port)).toEqual([undefined, 2, 3]);
  });

  test('offers nothing where nothing can be started', () => {
    expect(new UndoStore(new StillClock()).remember({ ...undoable(3000), records: [] })).toBeNull();
  });

  test('leaves no timer behind when it is cleared', () => {
    const clock = new StillClock();
    const store = new UndoStore(clock);
    const undo = store.remember(undoable(3000));
    store.clear();
    expect(clock.nextIn).toBeNull();
    expect(store.take(undo?.id ?? '')).toBeNull();
  });

  test('gives every kill an id that cannot be guessed', () => {
    const store = new UndoStore(new StillClock());
    const ids = [1, 2].map((port) => store.remember(undoable(port))?.id);
    expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(ids[0]).not.toBe(ids[1]);
  });
});
