import path from 'node:path';

/** Texts that each end with a NUL, as bytes. A last one without its NUL counts too. */
export function splitAtNul(content: Buffer): readonly Buffer[] {
  const words: Buffer[] = [];
  let start = 0;
  for (let end = content.indexOf(0); end !== -1; end = content.indexOf(0, start)) {
    words.push(content.subarray(start, end));
    start = end + 1;
  }
  if (start < content.length) words.push(content.subarray(start));
  return words;
}

/**
 * The arguments in `/proc/<pid>/cmdline`; null when the program has written a title over them (nginx, postgres, Next.js
 * through `process.title`), after which nobody knows them any more. A title shows by a missing last NUL, by nothing but
 * NULs behind the first word, or by a single word that is not the name of the executable.
 */
export function parseArguments(content: Buffer, executable: Buffer): readonly Buffer[] | null {
  if (content.length === 0 || content.at(-1) !== 0) return null;
  const words = splitAtNul(content);
  const [first, ...rest] = words;
  if (!first || first.length === 0) return null;
  if (rest.length > 1 && rest.every((word) => word.length === 0)) return null;
  return rest.length > 0 || names(first, executable) ? words : null;
}

/** `python3` is run by `python3.11`, a login shell is `-bash`. */
function names(word: Buffer, executable: Buffer): boolean {
  const name = path.posix.basename(word.toString('latin1')).replace(/^-/, '');
  const program = path.posix.basename(executable.toString('latin1'));
  return name !== '' && (program.startsWith(name) || name.startsWith(program));
}

/** The entries of `/proc/<pid>/environ`; null when a title was written over them, which leaves some without a name. */
export function parseEnvironment(content: Buffer): readonly Buffer[] | null {
  const entries = splitAtNul(content);
  const isWhole = content.length === 0 || content.at(-1) === 0;
  return isWhole && entries.every((entry) => entry.indexOf('=') > 0) ? entries : null;
}
