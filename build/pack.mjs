import { checkNode } from './first-run/check-node.mjs';
import { ensureReady } from './first-run/ensure-ready.mjs';
import { say } from './first-run/run-program.mjs';

/** `npm run pack`: installers for the system that this runs on, in `dist/packages`. `npm run pack -- dir deb`: only those. */

checkNode();
await ensureReady();

const { packedSystems, runBuilder } = await import('./pack/run-builder.mjs');
const { builderConfig } = await import('./pack/builder-config.mjs');

const system = packedSystems.find((name) => name === process.platform);
if (!system) throw new Error(`Berth is not packed for ${process.platform}.`);
const config = builderConfig({ env: process.env, host: process.platform });
for (const file of await runBuilder(system, config, { targets: process.argv.slice(2) })) say(file);
