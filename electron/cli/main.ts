import type { Platform } from '../../shared/contract/host.ts';
import { openProcessTerminal } from './process-terminal.ts';
import { runCli } from './run-cli.ts';

/** From `package.json`, put in by the bundler. */
declare const __BERTH_VERSION__: string;

// The packaged app runs this as plain Node by saying so in the environment. What Berth starts must not take it for itself.
delete process.env.ELECTRON_RUN_AS_NODE;

const version = __BERTH_VERSION__;
const platform = process.platform as Platform;

const terminal = openProcessTerminal(process, (error) => {
  terminal.tell(`berth: the result could not be written: ${error.message}.`);
  process.exitCode = 1;
});

const exitCode = await runCli(process.argv.slice(2), {
  terminal,
  version,
  platform,
  now: Date.now,
  openCore: async () => (await import('./open-core.ts')).openCore(version, platform),
});

// Set, not exited with: what is still on its way to a pipe gets there.
process.exitCode ||= exitCode;
