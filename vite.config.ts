import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { EnvironmentOptions, Plugin, UserConfig } from 'vite';
import { fontLicences } from './build/font-licences-plugin.ts';
import { trayIcons } from './build/icons/tray-icons-plugin.ts';

const at = (place: string) => fileURLToPath(new URL(place, import.meta.url));
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { version: string };

/** Electron, and native packages that those who import them can do without. */
const neverBundled = ['electron', 'koffi', 'bufferutil', 'utf-8-validate'];

interface NodeBundle {
  readonly outDir: string;
  readonly format: 'cjs' | 'es';
  readonly target: string;
  /** Output name -> entry. */
  readonly entries: Readonly<Record<string, string>>;
  readonly plugins?: Plugin[];
}

/** A bundle that holds everything it needs but Node's own modules. */
function nodeBundle({ outDir, format, target, entries, plugins = [] }: NodeBundle): EnvironmentOptions {
  const extension = format === 'cjs' ? 'cjs' : 'js';
  const input = Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, at(entry)]));
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: neverBundled },
    build: {
      ssr: true,
      outDir: at(outDir),
      emptyOutDir: true,
      copyPublicDir: false,
      target,
      minify: true,
      rolldownOptions: {
        input,
        plugins,
        external: neverBundled,
        // One entry may need at once what another loads late.
        checks: { ineffectiveDynamicImport: false },
        output: {
          format,
          entryFileNames: `[name].${extension}`,
          chunkFileNames: `[name]-[hash].${extension}`,
        },
      },
    },
  };
}

const environments: Record<string, EnvironmentOptions> = {
  client: {
    build: {
      outDir: at('dist/renderer'),
      emptyOutDir: true,
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
  // CommonJS: as a module, a top-level `await app.whenReady()` would wait for itself.
  main: nodeBundle({
    outDir: 'dist/desktop',
    format: 'cjs',
    target: 'node24',
    entries: {
      main: 'electron/desktop/main.ts',
      'scan-worker': 'electron/core/monitor/scan-worker.ts',
      'folder-program': 'electron/core/folders/program/folder-program.ts',
    },
    plugins: [trayIcons()],
  }),
  // A sandboxed preload is one plain script that may require `electron` and nothing else.
  preload: nodeBundle({
    outDir: 'dist/preload',
    format: 'cjs',
    target: 'chrome156',
    entries: { preload: 'electron/preload/preload.ts' },
  }),
  node: nodeBundle({
    outDir: 'dist/node',
    format: 'es',
    target: 'node20.19',
    entries: {
      cli: 'electron/cli/main.ts',
      web: 'electron/web/main.ts',
      'scan-worker': 'electron/core/monitor/scan-worker.ts',
      'folder-program': 'electron/core/folders/program/folder-program.ts',
    },
  }),
};

const shared: UserConfig = {
  base: './',
  define: { __BERTH_VERSION__: JSON.stringify(version) },
  plugins: [react(), fontLicences()],
};

export default async function config(): Promise<UserConfig> {
  if (!process.env.VITEST) return { ...shared, root: at('renderer'), builder: {}, environments };
  const { vitestProjects } = await import('./build/vitest-projects.ts');
  return {
    ...shared,
    root: at('.'),
    test: {
      projects: vitestProjects,
      reporters: ['default'],
      coverage: { provider: 'v8', reportsDirectory: at('dist/coverage') },
      passWithNoTests: false,
    },
  } as UserConfig;
}
