import { pathToFileURL } from 'node:url';
import { isBuildCurrent } from './first-run/ensure-build.mjs';
import { inProject } from './first-run/project.mjs';

/** `npm run -s berth -- …`: the command line from a checkout. Standard output belongs to the command alone. */
const cli = inProject('dist/node/cli.js');

if (isBuildCurrent() || (await prepare())) {
  process.argv = [process.execPath, cli, ...process.argv.slice(2)];
  await import(pathToFileURL(cli).href);
} else {
  process.exitCode = 1;
}

async function prepare() {
  const { ensureReady } = await import('./first-run/ensure-ready.mjs');
  try {
    await ensureReady();
    return true;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    return false;
  }
}
