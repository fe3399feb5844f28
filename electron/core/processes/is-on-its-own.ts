import type { Relative } from './family-reader.ts';
import type { Victim } from './plan-kill.ts';
import { multiplexers, shells, terminals } from './program-names.ts';

const firstProcess = /^(systemd|init|launchd|dinit|runit|openrc-init|tini|dumb-init|docker-init)$/;

/**
 * True when nobody but a shell of a person could start it again: it was started in a terminal, or whoever started it is
 * gone. Any other parent may be one that restarts what ends.
 */
export function isOnItsOwn({ facts, ancestors }: Victim, family: readonly Relative[]): boolean {
  if (facts.service !== null) return false;
  for (const { pid, name } of ancestors) {
    const plain = name.replace(/^-/, '').toLowerCase();
    if (!shells.has(plain)) {
      return firstProcess.test(plain) || terminals.has(plain) || multiplexers.has(plain);
    }
    // The shell that a terminal was opened with, whatever that terminal is.
    const shell = family.find((one) => one.pid === pid);
    if (shell?.leadsSession && shell.terminal !== null) return true;
  }
  return false;
}

/**
 * True when none of the shells above has started anything since: a loop in a shell starts the next one at once, long
 * before that one listens.
 */
export function isQuiet(
  victims: readonly Victim[],
  before: readonly Relative[],
  now: readonly Relative[],
): boolean {
  const parents = new Set(
    victims.flatMap(({ ancestors }) =>
      ancestors.filter(({ name }) => shells.has(name)).map(({ pid }) => pid),
    ),
  );
  const known = new Set(before.map(({ pid, startTime }) => `${pid}@${startTime}`));
  return !now.some(
    ({ pid, startTime, parentPid }) => parents.has(parentPid) && !known.has(`${pid}@${startTime}`),
  );
}
