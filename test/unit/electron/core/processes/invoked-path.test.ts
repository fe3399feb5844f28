import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { invokedPath, placesOf } from '../../../../../electron/core/processes/invoked-path.ts';
import {
  type CompleteRecord,
  SecretEnvironment,
} from '../../../../../electron/core/processes/launch-record.ts';
import { temporaryFolder } from '../../../../helpers/temporary-folder.ts';

async function place(): Promise<{ readonly folder: string; readonly executable: string }> {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, 'bin'));
  const executable = path.join(folder, 'bin', 'python3.11');
  await writeFile(executable, '');
  await symlink('python3.11', path.join(folder, 'bin', 'python3'));
  return { folder, executable };
}

function called(argv0: string | Buffer, folder: string, executable: string, searched: string): string {
  const record = {
    argv: [Buffer.from(argv0)],
    environment: new SecretEnvironment([Buffer.from('A=1'), Buffer.from(`PATH=${searched}`)]),
    executable: { path: Buffer.from(executable), state: 'present' },
    folder: { path: Buffer.from(folder), state: 'present' },
  } as unknown as CompleteRecord;
  return invokedPath(record).toString();
}

test('finds the name on the PATH that leads to the executable', async () => {
  const { folder, executable } = await place();
  const searched = `/nowhere:${folder}/bin:/usr/bin`;
  expect(called('python3', folder, executable, searched)).toBe(`${folder}/bin/python3`);
});

test('finds a name with a slash from the folder the program runs in', async () => {
  const { folder, executable } = await place();
  expect(called('./bin/python3', folder, executable, '')).toBe(`${folder}/bin/python3`);
});

test('takes the executable where the name leads to something else or nowhere', async () => {
  const { folder, executable } = await place();
  await writeFile(path.join(folder, 'node'), '');
  expect(called('./node', folder, executable, '')).toBe(executable);
  expect(called('a title of its own', folder, executable, `${folder}/bin`)).toBe(executable);
  expect(called('', folder, executable, `${folder}/bin`)).toBe(executable);
  expect(called(Buffer.from([0xff]), folder, executable, `${folder}/bin`)).toBe(executable);
});

test('looks for a bare name on the PATH only, as a shell does', () => {
  expect(placesOf('node', '/srv', '/usr/bin::bin')).toEqual(['/usr/bin/node', '/srv/bin/node']);
  expect(placesOf('../node', '/srv/app', '/usr/bin')).toEqual(['/srv/node']);
});
