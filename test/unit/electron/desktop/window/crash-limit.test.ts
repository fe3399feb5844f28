import { beforeEach, expect, test } from 'vitest';
import { CrashLimit } from '../../../../../electron/desktop/window/crash-limit.ts';
import { StillClock } from '../../../../fakes/still-clock.ts';

let clock: StillClock;
let limit: CrashLimit;

beforeEach(() => {
  clock = new StillClock();
  limit = new CrashLimit(clock);
});

const crashes = (times: number) => Array.from({ length: times }, () => limit.mayReload());

test('the fourth crash within a minute is for a person to decide', () => {
  expect(crashes(4)).toEqual([true, true, true, false]);
});

test('crashes that are far apart do not add up', async () => {
  for (let at = 0; at < 10; at += 1) {
    expect(limit.mayReload()).toBe(true);
    await clock.advance(20_001);
  }
});

test('a person who tries again gets three more', () => {
  crashes(4);
  limit.reset();
  expect(crashes(4)).toEqual([true, true, true, false]);
});
