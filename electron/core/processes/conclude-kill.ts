import type { Happening } from './describe-outcome.ts';
import type { Ending } from './kill-ladder.ts';
import { isAmong, isVisible, type KnownHolder, type Victim } from './plan-kill.ts';

/** A victim with what became of it. */
export interface Ended {
  readonly victim: Victim;
  readonly ending: Ending;
}

/**
 * What can be said while victims are left that hold the port; null when none does and the port has to be watched.
 * `holders` is the port after the last signal.
 */
export function concludeFromSurvivors(
  ended: readonly Ended[],
  holders: readonly KnownHolder[],
  { wasCalledOff, wasElevated = false }: { readonly wasCalledOff: boolean; readonly wasElevated?: boolean },
): Happening | null {
  const holding = holders.filter(isVisible);
  const left = ended.filter(({ victim, ending }) => ending.state !== 'ended' && isAmong(victim, holding));
  const denied = left.filter(({ ending }) => ending.state === 'denied').map(({ victim }) => victim);
  if (denied.length > 0) {
    const failure = wasElevated ? { failure: { refusal: 'powerless', detail: null } as const } : {};
    return { outcome: 'denied', processes: denied, user: denied[0]?.facts.user ?? null, ...failure };
  }
  if (left.length === 0) return null;
  return {
    outcome: 'survived',
    survivors: left.map(({ victim }) => victim),
    signals: signalsOf(left),
    wasCalledOff,
  };
}

/** Each signal once, in the order in which it was first sent. */
export function signalsOf(ended: readonly Ended[]): readonly string[] {
  return [...new Set(ended.flatMap(({ ending }) => ending.signals))];
}

/** The port is free of everyone who was chosen, and of everyone else. */
export function concludeFreed(ended: readonly Ended[]): Extract<Happening, { outcome: 'freed' }> {
  const by = (isEnded: boolean) =>
    ended.filter(({ ending }) => (ending.state === 'ended') === isEnded).map(({ victim }) => victim);
  return {
    outcome: 'freed',
    ended: by(true),
    running: by(false),
    signals: signalsOf(ended),
    supervision: null,
  };
}
