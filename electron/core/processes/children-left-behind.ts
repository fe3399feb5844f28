import type { Relative } from './family-reader.ts';
import type { ProcessFacts, ProcessIdentity } from './process-reader.ts';
import { editors, multiplexers, remoteLogins, shells, terminals } from './program-names.ts';

/**
 * The descendants of processes that would be left behind without purpose when these end: those in the session of the
 * one that started them. A process in a session of its own was detached on purpose, as daemons and the shells of a
 * terminal are, and stays with everything below it; so does whoever is kept.
 */
export function childrenLeftBehind(
  owners: readonly ProcessIdentity[],
  family: readonly Relative[],
  isKept: (process: Relative) => boolean,
): readonly Relative[] {
  const childrenOf = groupByParent(family);
  const found = new Map<number, Relative>();
  const add = (parent: Relative) => {
    for (const child of childrenOf.get(parent.pid) ?? []) {
      if (child.pid === parent.pid || found.has(child.pid) || isKept(child)) continue;
      if (!isOfOneSession(parent, child) || child.startTime < parent.startTime) continue;
      found.set(child.pid, child);
      add(child);
    }
  };
  const owning = family.filter((one) => owners.some(({ pid }) => pid === one.pid));
  for (const owner of owning) add(owner);
  for (const owner of owning) found.delete(owner.pid);
  return [...found.values()];
}

function groupByParent(family: readonly Relative[]): ReadonlyMap<number, readonly Relative[]> {
  const groups = new Map<number, Relative[]>();
  for (const one of family) {
    const siblings = groups.get(one.parentPid);
    if (siblings) siblings.push(one);
    else groups.set(one.parentPid, [one]);
  }
  return groups;
}

/** macOS does not tell the session, but the terminal and the group; Windows tells nothing of the kind. */
function isOfOneSession(parent: Relative, child: Relative): boolean {
  if (parent.session !== null && child.session !== null) return parent.session === child.session;
  if (child.leadsSession || parent.terminal !== child.terminal) return false;
  return parent.terminal !== null || parent.group === child.group;
}

/** A program that a person sits at: a terminal, an editor, a login, or a shell that waits for what is typed. */
export function isOfThePerson({ name, command }: Pick<ProcessFacts, 'name' | 'command'>): boolean {
  const plain = name
    .replace(/^-/, '')
    .replace(/\.exe$/i, '')
    .toLowerCase();
  if (terminals.has(plain) || multiplexers.has(plain) || remoteLogins.has(plain) || editors.has(plain)) {
    return true;
  }
  return shells.has(plain) && (command[0]?.startsWith('-') || command.slice(1).every(isInteractiveOption));
}

/** `bash -l`, `zsh -i`; a shell with `-c` or a script does a job for the program that started it. */
function isInteractiveOption(word: string): boolean {
  return /^-[il]+$/.test(word) || /^--(login|interactive|posix|norc|noprofile)$/.test(word);
}
