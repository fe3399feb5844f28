import { oneCheck, oneSkip, sum } from './checks/counts.mjs';
import { runTool } from './checks/run-check.mjs';
import { runPlaywright } from './checks/run-playwright.mjs';
import { runVitest } from './checks/run-vitest.mjs';
import { desktopHost, whyNoElectron } from './desktop-host.mjs';
import { checkNode } from './first-run/check-node.mjs';
import { build } from './first-run/ensure-build.mjs';
import { ensurePackages } from './first-run/ensure-packages.mjs';
import { ensureTestPrograms } from './first-run/ensure-test-programs.mjs';
import { say } from './first-run/run-program.mjs';
import { takeTurn } from './first-run/take-turn.mjs';

/** `npm test`: installs what is missing and runs every check, or only those named: `npm test -- lint unit`. */

/** @typedef {import('./checks/counts.mjs').Counts} Counts */

/** @type {Awaited<ReturnType<typeof ensureTestPrograms>>} */
let programs = { missing: [], chromium: null };

/** In the order in which they run: the quick ones that explain later failures come first. */
const checks = {
  types: async () => oneCheck(await runTool('node_modules/typescript/bin/tsc', ['-b', 'build'])),
  lint: async () =>
    oneCheck(
      await runTool('node_modules/@biomejs/biome/bin/biome', ['ci', '--config-path=build/lint.json', '.']),
    ),
  build: runBuild,
  unit: () => runVitest('unit'),
  components: () => withBrowser(() => runVitest('components')),
  integration: () => runVitest('integration'),
  architecture: () => runVitest('architecture'),
  'end-to-end': () => withBrowser(runEndToEnd),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in checks));

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => process.exit(130));
}

if (unknown.length > 0) {
  say(`Unknown check: ${unknown.join(', ')}. There are: ${Object.keys(checks).join(', ')}.`);
  process.exitCode = 1;
} else {
  await run();
}

async function run() {
  checkNode();
  await takeTurn(ensurePackages);
  programs = await ensureTestPrograms();
  /** @type {Counts[]} */
  const results = [];
  for (const [name, check] of Object.entries(checks)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const started = performance.now();
    console.log(`\n── ${name}`);
    const counts = await check();
    results.push(counts);
    console.log(`── ${name}: ${inWords(counts)}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  report(sum(results));
}

/** @param {Counts} total */
function report(total) {
  console.log('');
  for (const line of programs.missing) console.log(`MISSING ${line}`);
  for (const title of total.skips ?? []) console.log(`SKIPPED ${title}`);
  console.log(inWords(total));
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
}

/** @param {Counts} counts */
function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

async function runBuild() {
  try {
    await takeTurn(build);
    return oneCheck(true);
  } catch (error) {
    say(String(error));
    return oneCheck(false);
  }
}

/** @param {() => Promise<Counts>} check */
async function withBrowser(check) {
  return programs.chromium
    ? check()
    : oneSkip('every test in a browser: no Chromium is here and none could be installed');
}

async function runEndToEnd() {
  const host = desktopHost();
  if (host === 'stand-in') say(`The window runs on the stand-in for Electron: ${whyNoElectron()}.`);
  const counts = await runPlaywright();
  const skip = () => oneSkip(`the specs in the desktop window: ${whyNoElectron()}`);
  return host ? counts : sum([counts, skip()]);
}
