import { expect, it } from 'vitest';
import { within } from '../../../../../electron/core/doctor/deadline.ts';
import { know } from '../../../../../electron/core/doctor/system-facts.ts';

const never = new AbortController().signal;

it('gives what was read in time', async () => {
  expect(await within(10_000, never, async () => know(7))).toEqual({ known: true, value: 7 });
});

it('does not wait for what hangs, and calls it off', async () => {
  let calledOff = false;
  const hanging = (signal: AbortSignal) =>
    new Promise<never>(() => {
      signal.addEventListener('abort', () => {
        calledOff = true;
      });
    });
  expect(await within(20, never, hanging)).toEqual({ known: false, why: 'it took longer than 0.02 s' });
  expect(calledOff).toBe(true);
});

it('says why something could not be read', async () => {
  const failing = async () => {
    throw new Error('netstat is not installed');
  };
  expect(await within(10_000, never, failing)).toEqual({ known: false, why: 'netstat is not installed' });
});

it('ends at once when it is called off', async () => {
  const found = await within(10_000, AbortSignal.abort(), () => new Promise<never>(() => undefined));
  expect(found).toEqual({ known: false, why: 'called off' });
});
