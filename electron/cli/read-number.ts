import { safeText } from './safe-text.ts';
import { UsageError } from './usage-error.ts';

export function readPort(text: string): number {
  return readWithin(text, 'a port', 1, 65_535);
}

/** A whole number in decimal digits, or a `UsageError` that says what it should have been. */
export function readWithin(text: string, what: string, least: number, most: number): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(`${safeText(text)} is not ${what}: give a whole number from ${least} to ${most}.`);
}
