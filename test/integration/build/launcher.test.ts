import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const launchers = path.resolve(import.meta.dirname, '../../../build/pack/launchers');
const hasShell = process.platform !== 'win32';

/** Tells how it was started, then ends with 7. */
const teller = '#!/bin/sh\nprintf "%s\\n" "as node: $ELECTRON_RUN_AS_NODE" "$@"\nexit 7\n';

/** An app laid out as packed, with a program in it that tells how it was started. */
async function layOut(resources: string, program: string): Promise<string> {
  const folder = await temporaryFolder();
  const launcher = path.join(folder, resources, 'bin/berth');
  await mkdir(path.dirname(launcher), { recursive: true });
  await mkdir(path.dirname(path.join(folder, program)), { recursive: true });
  await copyFile(path.join(launchers, 'berth'), launcher);
  await writeFile(path.join(folder, program), teller);
  await chmod(path.join(folder, program), 0o755);
  return folder;
}

function run(program: string, args: readonly string[]) {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  return { status, lines: stdout.trimEnd().split('\n') };
}

describe.runIf(hasShell)('the berth command of the packed app', () => {
  const layouts = [
    { system: 'Linux', resources: 'my apps/Berth/resources', program: 'my apps/Berth/berth-desktop' },
    {
      system: 'macOS',
      resources: 'my apps/Berth.app/Contents/Resources',
      program: 'my apps/Berth.app/Contents/MacOS/Berth',
    },
  ];

  test.each(layouts)('runs the program as Node, words and exit code unchanged: $system', async (layout) => {
    const folder = await layOut(layout.resources, layout.program);
    const launcher = path.join(folder, layout.resources, 'bin/berth');
    expect(run(launcher, ['doctor', 'two words', '$HOME', ''])).toEqual({
      status: 7,
      lines: [
        'as node: 1',
        path.join(folder, layout.resources, 'app.asar/dist/node/cli.js'),
        'doctor',
        'two words',
        '$HOME',
      ],
    });
  });

  test.each(layouts)('finds its app through links, relative and absolute: $system', async (layout) => {
    const folder = await layOut(layout.resources, layout.program);
    await mkdir(path.join(folder, 'bin'));
    await symlink(path.join('..', layout.resources, 'bin/berth'), path.join(folder, 'bin/relative'));
    await symlink(path.join(folder, 'bin/relative'), path.join(folder, 'absolute'));
    expect(run(path.join(folder, 'absolute'), ['ls']).status).toBe(7);
    expect(spawnSync('./relative', ['ls'], { cwd: path.join(folder, 'bin') }).status).toBe(7);
  });

  test('what is put on the PATH is a program of plain shell', () => {
    for (const name of ['berth', 'berth-on-path']) {
      execFileSync('sh', ['-n', path.join(launchers, name)]);
      execFileSync('test', ['-x', path.join(launchers, name)]);
    }
  });
});
