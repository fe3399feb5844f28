import type { Chromium } from './chromium/chromium.ts';
import { type CommandLine, readCommandLine } from './read-command-line.ts';

interface Host extends CommandLine {
  /** As it was started, before anybody changed `process.argv`. */
  readonly args: readonly string[];
  chromium: Chromium | null;
}

const args = process.argv.slice(2);

/** What the parts of the stand-in share: how it was started, and Chromium once that runs. */
export const host: Host = { ...readCommandLine(args), args, chromium: null };

export function runningChromium(): Chromium {
  if (!host.chromium) throw new Error('electron-host: Chromium does not run yet');
  return host.chromium;
}
