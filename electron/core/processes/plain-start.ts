import { isUtf8 } from 'node:buffer';
import type { CompleteRecord } from './launch-record.ts';

/** A start that Node can make by itself. */
export interface PlainStart {
  readonly program: string;
  readonly argv0: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The start of a record in Node's own terms; null where these would change it. Node hands over text as UTF-8 and the
 * environment as an object (numbers first), and a child inherits the umask of the whole process, which
 * must not be changed for a moment: other threads create files at the same time.
 */
export function plainStart(record: CompleteRecord, ownUmask: number): PlainStart | null {
  const entries = record.environment.entries();
  const all = [...record.argv, ...entries, record.executable.path, record.folder.path];
  if (record.umask !== ownUmask || !all.every((bytes) => isUtf8(bytes))) return null;
  const env = new Map(entries.map((entry) => splitEntry(entry.toString('utf8'))));
  if ([...env.keys()].some(isSpecialKey)) return null;
  const [argv0 = '', ...args] = record.argv.map((word) => word.toString('utf8'));
  return {
    program: record.executable.path.toString('utf8'),
    argv0,
    args,
    cwd: record.folder.path.toString('utf8'),
    env: Object.fromEntries(env),
  };
}

function splitEntry(entry: string): [name: string, value: string] {
  const end = entry.indexOf('=');
  return [entry.slice(0, end), entry.slice(end + 1)];
}

/** Names that an object would move or swallow. */
function isSpecialKey(name: string): boolean {
  return /^\d+$/.test(name) || name === '__proto__';
}
