export interface ChromiumArguments {
  readonly userData: string;
  /** Where a second debugger, Playwright, may attach. */
  readonly debuggingPort: string | null;
  /** What the app added through `app.commandLine`. */
  readonly switches: readonly string[];
}

/** A Chromium without a first window, that looks up no name but this machine's and phones nobody. */
export function chromiumArguments({
  userData,
  debuggingPort,
  switches,
}: ChromiumArguments): readonly string[] {
  return [
    '--headless',
    '--no-startup-window',
    '--remote-debugging-pipe',
    ...(debuggingPort === null ? [] : [`--remote-debugging-port=${debuggingPort}`]),
    `--user-data-dir=${userData}`,
    // For root Chromium refuses to start with its sandbox.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-dev-shm-usage',
    '--disable-extensions',
    '--disable-breakpad',
    '--disable-sync',
    '--password-store=basic',
    ...switches,
  ];
}
