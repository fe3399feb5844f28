import type { IdentitySource } from '../../../shared/contract/identity.ts';
import type { Process } from '../../../shared/contract/processes.ts';
import { findScript } from './find-script.ts';
import { baseName, shortPath } from './path-names.ts';

/** A name that a process goes by, with the words that say so. */
export interface CalledName {
  readonly name: string;
  readonly source: IdentitySource;
  readonly evidence: string;
}

/** What a command line says, read once per process. */
export interface CommandFacts {
  readonly owner: Process;
  /** The program itself: `node`, `ssh`, `postgres`; lower case, without `.exe`. */
  readonly program: string;
  /** Everything it may be known by, most telling first. */
  readonly names: readonly CalledName[];
  /** The arguments after the program, joined by blanks. */
  readonly line: string;
}

/** Longer lines are class paths and lists of files, which say nothing more. */
const longestLine = 4000;

const known = new WeakMap<Process, CommandFacts>();

export function commandFacts(owner: Process): CommandFacts {
  const found = known.get(owner);
  if (found) return found;
  const facts = readFacts(owner);
  known.set(owner, facts);
  return facts;
}

function readFacts(owner: Process): CommandFacts {
  const { command, executable, name } = owner;
  const [first = '', ...rest] = command;
  const title = titleOf(first);
  const program = title ?? baseName(first === '' ? (executable ?? name) : first);
  const names: CalledName[] = [];
  const call = (called: string, source: IdentitySource, evidence: string) => {
    if (called !== '' && !names.some((other) => other.name === called)) {
      names.push({ name: called, source, evidence: evidence.slice(0, 300) });
    }
  };
  for (const script of findScript(program, rest)) call(script.name, 'command-line', script.evidence);
  if (first === '') call(program, 'executable', executable ?? name);
  else call(program, title === null ? 'command-line' : 'title', title === null ? shortPath(first) : first);
  if (executable !== null) call(baseName(executable), 'executable', shortPath(executable));
  call(titleOf(name) ?? baseName(name), 'title', name);
  return { owner, program, names, line: joined(title === null ? rest : [first, ...rest]) };
}

/**
 * The first word of a title that a program gave itself: `nginx` of `nginx: master process /usr/sbin/nginx`. Null for a path or
 * a plain name.
 */
function titleOf(first: string): string | null {
  if (/^(\/|[a-z]:\\|\.)/i.test(first) || first.includes('\\')) return null;
  return /^([\w.+-]+)(?::?\s|:$)/.exec(first)?.[1]?.toLowerCase() ?? null;
}

function joined(words: readonly string[]): string {
  let line = '';
  for (const word of words) {
    if (line.length + word.length >= longestLine) break;
    line += line === '' ? word : ` ${word}`;
  }
  return line;
}
