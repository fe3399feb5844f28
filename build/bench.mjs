import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { runTool } from './checks/run-check.mjs';
import { ensureReady } from './first-run/ensure-ready.mjs';
import { inProject } from './first-run/project.mjs';
import { say } from './first-run/run-program.mjs';

/** `npm run bench [-- name…]`: bundles each benchmark of test/bench as a release would be and runs them one after another. */
const folder = inProject('test/bench');
const wanted = process.argv.slice(2);
const names = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.bench.ts'))
      .map((file) => path.basename(file, '.bench.ts'))
      .filter((name) => wanted.length === 0 || wanted.includes(name))
  : [];

if (names.length === 0) {
  say(`No such benchmark: ${wanted.join(', ')}`);
  process.exitCode = 1;
} else {
  await ensureReady();
  await bundle();
  for (const name of names) {
    console.log(`\n── ${name}`);
    if (!(await runTool(`dist/bench/${name}.js`, []))) process.exitCode = 1;
  }
}

async function bundle() {
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: {
      noExternal: true,
      external: ['electron', 'koffi', 'bufferutil', 'utf-8-validate', 'playwright-core', '@playwright/test'],
    },
    build: {
      ssr: true,
      outDir: inProject('dist/bench'),
      target: 'node20.19',
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, path.join(folder, `${name}.bench.ts`)])),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
}
