import type { Platform } from '../../shared/contract/host.ts';
import { stopSignal } from '../core/lib/stop-signal.ts';
import { runWeb } from './run-web.ts';
import { readWebArguments } from './web-arguments.ts';

/** From `package.json`, put in by the bundler. */
declare const __BERTH_VERSION__: string;

const complain = (line: string) => void process.stderr.write(`berth: ${line}\n`);

// A terminal or a pipe that goes away does not take the interface with it.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

const given = readWebArguments(process.argv.slice(2));
if (typeof given === 'string') {
  complain(given);
  process.exitCode = 2;
} else {
  process.exitCode = await runWeb({
    ...given,
    version: __BERTH_VERSION__,
    platform: process.platform as Platform,
    print: (line) => void process.stdout.write(`${line}\n`),
    complain,
    stop: stopSignal(process),
  }).catch((error: unknown) => {
    complain(error instanceof Error ? error.message : String(error));
    return 1;
  });
}
