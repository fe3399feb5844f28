import type { Platform } from '../../shared/contract/host.ts';

const plainWord = /^[\w@%+=:,./~^-]+$/;
const plainWindowsWord = /^[^\s"&|<>^()%!]+$/;

/** The arguments as one line that the system's shell takes apart into the same arguments again. */
export function quoteCommand(command: readonly string[], platform: Platform): string {
  return command.map(platform === 'win32' ? quoteForWindows : quoteForPosix).join(' ');
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
