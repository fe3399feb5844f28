import { quoteCommand } from '../lib/quote-command.ts';
import { useAppState } from './use-app-state.ts';

/** The arguments as one line of the shell that people have where Berth runs. */
export function useCommandLine(command: readonly string[]): string {
  const shell = useAppState((state) => (state.connection.host?.platform === 'win32' ? 'windows' : 'posix'));
  return quoteCommand(command, shell);
}
