import { expect, test } from 'vitest';
import { UndoShelf } from '../../../../../electron/desktop/tray/undo-shelf.ts';
import { StillClock } from '../../../../fakes/still-clock.ts';

const offer = { id: 'u1', port: 3000, name: 'node' };

test('an offer ends when it can no longer be taken', async () => {
  const clock = new StillClock();
  let changes = 0;
  const shelf = new UndoShelf(clock, () => {
    changes += 1;
  });
  shelf.put(offer, new Date(clock.now() + 10_000).toISOString());
  await clock.advance(9999);
  expect(shelf.offer).toEqual(offer);
  await clock.advance(1);
  expect(shelf.offer).toBeNull();
  expect(changes).toBe(2);
});

test('a later offer is not ended by the time of the one before', async () => {
  const clock = new StillClock();
  const shelf = new UndoShelf(clock, () => undefined);
  shelf.put(offer, new Date(clock.now() + 1000).toISOString());
  shelf.put({ ...offer, id: 'u2' }, new Date(clock.now() + 5000).toISOString());
  await clock.advance(2000);
  expect(shelf.offer?.id).toBe('u2');
});

test('what was taken is offered no more, and another is left alone', () => {
  const clock = new StillClock();
  const shelf = new UndoShelf(clock, () => undefined);
  shelf.put(offer, new Date(clock.now() + 1000).toISOString());
  shelf.take('u2');
  expect(shelf.offer).toEqual(offer);
  shelf.take('u1');
  expect(shelf.offer).toBeNull();
});
