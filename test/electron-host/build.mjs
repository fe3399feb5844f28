import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { findChromium } from '../../build/first-run/find-chromium.mjs';

const at = (/** @type {string} */ place) => fileURLToPath(new URL(place, import.meta.url));
const folder = at('../../dist/electron-host');
const { version } = JSON.parse(readFileSync(at('../../node_modules/electron/package.json'), 'utf8'));

/** Builds the stand-in into dist/electron-host. Also Playwright's global set-up. */
export default async function buildElectronHost() {
  mkdirSync(folder, { recursive: true });
  await buildForNode();
  // What runs in the page is one script each, to be put into it as text.
  await buildForPage('main-world', 'mainWorld');
  await buildForPage('isolated-world', 'isolatedWorld');
  const program = readFileSync(at('electron.sh'), 'utf8').replace('@chromium@', findChromium() ?? 'chromium');
  writeFileSync(`${folder}/electron`, program, { mode: 0o755 });
}

const shared = /** @type {const} */ ({ configFile: false, logLevel: 'warn', root: at('.') });
const output = { outDir: folder, emptyOutDir: false, minify: false, copyPublicDir: false };

function buildForNode() {
  const entries = {
    boot: 'boot.ts',
    'link-worker': 'chromium/link-worker.ts',
    recorder: 'recorder/recorder.ts',
    'utility-parent-port': 'utility-parent-port.ts',
  };
  return build({
    ...shared,
    define: { __ELECTRON_VERSION__: JSON.stringify(version) },
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ...output,
      ssr: true,
      target: 'node20.19',
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, at(file)])),
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  });
}

/** @param {string} file @param {string} name */
function buildForPage(file, name) {
  return build({
    ...shared,
    build: {
      ...output,
      target: 'chrome156',
      rolldownOptions: {
        input: at(`page/${file}.ts`),
        output: { format: 'iife', name, entryFileNames: `${file}.js` },
        preserveEntrySignatures: 'strict',
      },
    },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildElectronHost();
