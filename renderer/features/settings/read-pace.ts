import type { ReadNumber } from './number-setting.tsx';

/** As the contract has it, in milliseconds. */
const shortest = 250;
const longest = 60_000;

/** A typed pause, or what is wrong with it. */
export function readPace(typed: string): ReadNumber {
  const text = typed.trim();
  if (!/^\d{1,9}$/.test(text)) return { problem: 'Type a whole number of milliseconds.' };
  const value = Number(text);
  if (value < shortest) return { problem: `Not less than ${shortest} ms: looking costs time, too.` };
  return value <= longest ? { value } : { problem: 'Not more than 60000 ms, which is a minute.' };
}
