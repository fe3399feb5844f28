import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from './project-files.ts';

/** A file of one statement, put where it must not (or may) stand. */
interface Seed {
  readonly file: string;
  readonly code: string;
}

const imports = (file: string, specifier: string): Seed => ({ file, code: `import '${specifier}';\n` });

const forbidden: readonly Seed[] = [
  imports('shared/contract/seed.ts', 'node:fs'),
  imports('shared/contract/seed.ts', '../rpc/pipe.ts'),
  imports('shared/contract/seed.ts', 'react'),
  imports('shared/rpc/seed.ts', '../contract/calls.ts'),
  imports('shared/rpc/seed.ts', 'zod'),
  imports('shared/rpc/seed.ts', 'node:net'),
  imports('electron/core/seed.ts', '../api/serve.ts'),
  imports('electron/core/seed.ts', 'electron'),
  imports('electron/core/lib/seed.ts', '../ports/port-source.ts'),
  imports('electron/core/lib/seed.ts', 'node:child_process'),
  imports('electron/core/lib/run-command.ts', '../ports/port-source.ts'),
  imports('electron/core/ports/seed.ts', '../processes/process-reader.ts'),
  imports('electron/core/ports/seed.ts', '../core.ts'),
  imports('electron/core/ports/seed.ts', 'node:child_process'),
  imports('electron/core/ports/seed.ts', 'child_process'),
  imports('electron/core/ports/seed.ts', 'electron'),
  imports('electron/core/ports/seed.ts', 'zod'),
  imports('electron/core/ports/linux/seed.ts', '../../processes/process-reader.ts'),
  imports('electron/core/ports/linux/seed.ts', '../../processes/linux/read.ts'),
  imports('electron/core/ports/linux/seed.ts', '../../../web/main.ts'),
  imports('electron/core/processes/seed.ts', '../ports/linux/read.ts'),
  imports('electron/core/monitor/seed.ts', '../doctor/verdict.ts'),
  imports('electron/core/doctor/seed.ts', '../processes/kill.ts'),
  imports('electron/core/doctor/checks/seed.ts', '../../processes/kill.ts'),
  imports('electron/core/folders/seed.ts', '../ports/port-source.ts'),
  imports('electron/api/seed.ts', '../core/ports/port-source.ts'),
  imports('electron/api/seed.ts', '../core/lib/clock.ts'),
  imports('electron/api/seed.ts', '../web/main.ts'),
  imports('electron/api/seed.ts', 'electron'),
  imports('electron/desktop/seed.ts', '../web/main.ts'),
  imports('electron/desktop/seed.ts', '../core/ports/port-source.ts'),
  imports('electron/desktop/seed.ts', 'node:child_process'),
  imports('electron/desktop/seed.ts', 'electron-updater'),
  imports('electron/web/seed.ts', 'electron'),
  imports('electron/web/seed.ts', '../desktop/main.ts'),
  imports('electron/web/seed.ts', '../core/ports/port-source.ts'),
  imports('electron/cli/seed.ts', 'electron'),
  imports('electron/cli/seed.ts', 'ws'),
  imports('electron/cli/seed.ts', '../api/serve.ts'),
  imports('electron/cli/commands/seed.ts', '../../core/ports/port-source.ts'),
  imports('electron/preload/seed.ts', '../core/core.ts'),
  imports('electron/preload/seed.ts', 'node:fs'),
  imports('renderer/seed.ts', '../electron/core/core.ts'),
  imports('renderer/seed.ts', 'node:path'),
  imports('renderer/ui/seed.ts', '../store/ports.ts'),
  imports('renderer/ui/seed.ts', '../../shared/contract/ports.ts'),
  imports('renderer/lib/seed.ts', '../store/ports.ts'),
  imports('renderer/store/seed.ts', 'react'),
  imports('renderer/store/seed.ts', 'zustand'),
  imports('renderer/store/seed.ts', '../transport/open-pipe.ts'),
  imports('renderer/transport/seed.ts', '../store/ports.ts'),
  imports('renderer/commands/seed.ts', '../transport/open-pipe.ts'),
  imports('renderer/hooks/seed.ts', '../features/ports/list.tsx'),
  imports('renderer/features/ports/seed.ts', '../doctor/verdict.tsx'),
  imports('renderer/features/ports/seed.ts', '../../transport/open-pipe.ts'),
  imports('renderer/features/ports/seed.ts', '../../../electron/core/core.ts'),
  imports('renderer/features/ports/seed.ts', 'node:fs'),
  imports('test/unit/seed.ts', 'electron'),
  imports('build/seed.ts', 'electron'),
  { file: 'electron/core/ports/seed.ts', code: "export type { A } from '../processes/process-reader.ts';\n" },
  {
    file: 'electron/core/ports/seed.ts',
    code: "export const a = import('../processes/process-reader.ts');\n",
  },
  {
    file: 'electron/core/ports/seed.ts',
    code: "export const a = require('../processes/process-reader.ts');\n",
  },
  {
    file: 'electron/desktop/seed.ts',
    code: "import { ipcMain } from 'electron';\nexport const a = [ipcMain];\n",
  },
  { file: 'electron/desktop/seed.ts', code: "import * as e from 'electron';\nexport const a = e.ipcMain;\n" },
  { file: 'electron/core/ports/seed.ts', code: 'export const a = process.platform;\n' },
  {
    file: 'electron/core/ports/seed.ts',
    code: 'const { platform } = process;\nexport const a = [platform];\n',
  },
  {
    file: 'electron/core/ports/seed.ts',
    code: "import os from 'node:os';\nexport const a = os.platform();\n",
  },
  {
    file: 'electron/web/seed.ts',
    code: "import { platform } from 'node:os';\nexport const a = platform();\n",
  },
];

const allowed: readonly Seed[] = [
  imports('shared/contract/seed.ts', 'zod'),
  imports('shared/contract/seed.ts', './calls.ts'),
  imports('shared/rpc/seed.ts', './pipe.ts'),
  imports('electron/core/seed.ts', './ports/port-source.ts'),
  imports('electron/core/lib/run-command.ts', 'node:child_process'),
  imports('electron/core/lib/start-program.ts', 'node:child_process'),
  imports('electron/core/ports/seed.ts', '../lib/run-command.ts'),
  imports('electron/core/ports/seed.ts', '../../../shared/contract/ports.ts'),
  imports('electron/core/ports/seed.ts', './linux/read.ts'),
  imports('electron/core/ports/seed.ts', 'node:fs/promises'),
  imports('electron/core/ports/linux/seed.ts', '../port-source.ts'),
  imports('electron/core/ports/linux/seed.ts', '../../lib/run-command.ts'),
  imports('electron/core/ports/linux/seed.ts', '../../../../shared/contract/ports.ts'),
  imports('electron/core/monitor/seed.ts', '../ports/choose-port-source.ts'),
  imports('electron/core/monitor/seed.ts', '../processes/process-reader.ts'),
  imports('electron/core/doctor/checks/seed.ts', '../../probes/tcp.ts'),
  imports('electron/core/folders/seed.ts', '../free-ports/find.ts'),
  imports('electron/api/seed.ts', '../core/core.ts'),
  imports('electron/api/seed.ts', '../../shared/rpc/pipe.ts'),
  imports('electron/desktop/seed.ts', 'electron'),
  imports('electron/desktop/updates/load-updater.ts', 'electron-updater'),
  imports('electron/desktop/seed.ts', '../api/serve.ts'),
  imports('electron/desktop/seed.ts', '../core/lib/log.ts'),
  imports('electron/web/seed.ts', 'ws'),
  imports('electron/web/seed.ts', '../core/folders/send-file.ts'),
  imports('electron/cli/commands/seed.ts', '../print-table.ts'),
  imports('electron/cli/commands/seed.ts', '../../core/core.ts'),
  imports('electron/cli/seed.ts', '../web/start.ts'),
  imports('electron/preload/seed.ts', 'electron'),
  imports('renderer/seed.tsx', './transport/open-pipe.ts'),
  imports('renderer/ui/seed.tsx', '../lib/format.ts'),
  imports('renderer/ui/seed.tsx', 'react'),
  imports('renderer/ui/seed.tsx', './button.module.css'),
  imports('renderer/store/seed.ts', 'zustand/vanilla'),
  imports('renderer/store/seed.ts', '../../shared/contract/ports.ts'),
  imports('renderer/transport/seed.ts', '../../shared/rpc/pipe.ts'),
  imports('renderer/features/ports/seed.tsx', '../../store/ports.ts'),
  imports('renderer/features/ports/parts/seed.tsx', '../list.tsx'),
  {
    file: 'electron/desktop/ipc-endpoint.ts',
    code: "import { ipcMain } from 'electron';\nexport const a = [ipcMain];\n",
  },
  { file: 'electron/web/main.ts', code: 'export const a = process.platform;\n' },
  { file: 'electron/core/ports/choose-port-source.ts', code: 'export const a = process.platform;\n' },
];

const refusals = ['lint/style/noRestrictedImports', 'lint/style/noCommonJs', 'plugin'];
let house = '';

beforeAll(async () => {
  house = await mkdtemp(path.join(os.tmpdir(), 'berth-import-table-'));
  await cp(path.join(projectRoot, 'build'), path.join(house, 'build'), { recursive: true });
  await symlink(path.join(projectRoot, 'node_modules'), path.join(house, 'node_modules'), 'junction');
});

afterAll(() => rm(house, { recursive: true, force: true }));

test('the table that the linter reads is the one that people read', async () => {
  const write = path.join(projectRoot, 'build/import-table/write.mjs');
  const { stderr } = await promisify(execFile)(process.execPath, [write, '--check']);
  expect(stderr).toBe('');
});

describe('the linter', () => {
  test('names every import that the table forbids', async () => {
    const named = await lint(forbidden);
    expect(forbidden.filter((_, index) => !named.has(index))).toEqual([]);
  });

  test('accepts every import that the table allows', async () => {
    const named = await lint(allowed);
    expect(allowed.filter((_, index) => named.has(index))).toEqual([]);
  });
});

/** Lints each seed in a house of its own at its place; answers with the numbers of those that were refused. */
async function lint(seeds: readonly Seed[]): Promise<ReadonlySet<number>> {
  const refused = new Set<number>();
  for (const [round, numbers] of rounds(seeds).entries()) {
    const places = new Map(numbers.map((number) => [seeds[number]?.file ?? '', number]));
    for (const [file, number] of places) {
      await mkdir(path.dirname(path.join(house, file)), { recursive: true });
      await writeFile(path.join(house, file), seeds[number]?.code ?? '');
    }
    for (const file of await refusedFiles([...places.keys()])) refused.add(places.get(file) ?? -1 - round);
    for (const file of places.keys()) await rm(path.join(house, file));
  }
  return refused;
}

/** Groups seeds so that no two of a round stand in the same file. */
function rounds(seeds: readonly Seed[]): readonly (readonly number[])[] {
  const result: number[][] = [];
  const seen = new Map<string, number>();
  for (const [number, { file }] of seeds.entries()) {
    const round = seen.get(file) ?? 0;
    seen.set(file, round + 1);
    result[round] ??= [];
    result[round]?.push(number);
  }
  return result;
}

async function refusedFiles(files: readonly string[]): Promise<ReadonlySet<string>> {
  const biome = path.join(projectRoot, 'node_modules/@biomejs/biome/bin/biome');
  const run = promisify(execFile);
  const args = [biome, 'lint', '--config-path=build/lint.json', '--vcs-enabled=false', '--reporter=github'];
  const { stdout } = await run(process.execPath, [...args, '--max-diagnostics=none', ...files], {
    cwd: house,
  }).catch((failure: { stdout: string }) => failure);
  const refused = new Set<string>();
  for (const [, title, file] of stdout.matchAll(/^::error title=([^,]+),file=([^,]+),/gm)) {
    if (title && file && refusals.includes(title)) {
      refused.add(path.relative(house, path.resolve(house, file)).replaceAll('\\', '/'));
    }
  }
  return refused;
}
