import { CommandError, runCommand } from '../../lib/run-command.ts';
import { type Elevation, promptTimeoutMs } from '../elevation.ts';
import { endScript } from './end-script.ts';
import { parseEndReport } from './parse-end-report.ts';

/** Script and sentence come as arguments, so no text has to be quoted for AppleScript. */
const appleScript = [
  'on run argv',
  'do shell script (item 1 of argv) with prompt (item 2 of argv) with administrator privileges',
  'end run',
];

/** What osascript is called with. Its options end where the script, which starts with no dash, begins. */
export function osascriptArguments(script: string, prompt: string): readonly string[] {
  return [...appleScript.flatMap((line) => ['-e', line]), script, prompt];
}

/** macOS shows a window of its own for the password, and runs the script with the rights of root. */
export function createDarwinElevation(osascript = '/usr/bin/osascript'): Elevation {
  return {
    mostProcesses: 100,
    signals: { ask: 'SIGTERM', force: 'SIGKILL', alwaysAsks: true },
    async end(kill, signal) {
      const args = osascriptArguments(endScript(kill), kill.prompt);
      const timeoutMs = promptTimeoutMs + kill.graceMs + kill.forceMs;
      try {
        return parseEndReport(await runCommand(osascript, args, { timeoutMs, ...(signal && { signal }) }));
      } catch (error) {
        if (!(error instanceof CommandError)) throw error;
        const isUnanswered = error.reason === 'timeout' || error.reason === 'aborted';
        return { kind: 'refused', refusal: isUnanswered ? 'unanswered' : 'failed', detail: error.message };
      }
    },
  };
}
