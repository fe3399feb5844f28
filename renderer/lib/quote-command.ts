const plainWord = /^[\w@%+=:,./~^-]+$/;
const plainWindowsWord = /^[^\s"&|<>^()%!]+$/;

/** The arguments as one line that a shell takes apart into the same arguments again: cmd.exe, or a POSIX one. */
export function quoteCommand(command: readonly string[], shell: 'posix' | 'windows'): string {
  return command.map(shell === 'windows' ? quoteForWindows : quoteForPosix).join(' ');
}

function quoteForPosix(word: string): string {
  // An unquoted leading tilde would be expanded.
  if (plainWord.test(word) && !word.startsWith('~')) return word;
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** The rules of CommandLineToArgvW: backslashes count only in front of a quote. */
function quoteForWindows(word: string): string {
  if (plainWindowsWord.test(word)) return word;
  return `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`;
}
