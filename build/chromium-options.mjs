import { findChromium } from './first-run/find-chromium.mjs';

/**
 * How the tests start Chromium: it looks up no name but this machine's, and gives up its sandbox only for root, for whom it
 * refuses to start with one.
 */
export function chromiumOptions() {
  const args = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE ::1'];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  const executablePath = findChromium();
  return executablePath ? { args, executablePath } : { args };
}
