import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { onTestFinished } from 'vitest';

/** Bundles a program of test/programs into one file that any user of this machine can run. */
export async function bundleForNode(program: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'berth-bundle-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: path.resolve(import.meta.dirname, '../programs', program),
      outDir: folder,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'program.mjs', format: 'es' } },
    },
  });
  await chmod(folder, 0o755);
  return path.join(folder, 'program.mjs');
}
