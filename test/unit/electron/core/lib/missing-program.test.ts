import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../../../../../electron/core/lib/run-command.ts';
import { isLinux } from '../../../../helpers/is-linux.ts';
import { temporaryFolder } from '../../../../helpers/temporary-folder.ts';

const run = (program: string, folder: string) =>
  runCommand(program, [], { timeoutMs: 5000, env: { PATH: folder } });

test.skipIf(!isLinux || process.getuid?.() === 0)(
  'a program that is nowhere is missing, though a folder of PATH may not be searched',
  async () => {
    const folder = await temporaryFolder();
    const closed = path.join(folder, 'closed');
    await mkdir(closed, { mode: 0o000 });
    await expect(run('no-such-tool', closed)).rejects.toMatchObject({ reason: 'missing' });
    await chmod(closed, 0o700);
  },
);

test.skipIf(!isLinux)('a program that is there and may not be run is denied', async () => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'tool'), '#!/bin/sh\n', { mode: 0o600 });
  await expect(run('tool', folder)).rejects.toMatchObject({ reason: 'denied' });
  await expect(run('no-such-tool', folder)).rejects.toMatchObject({ reason: 'missing' });
});
