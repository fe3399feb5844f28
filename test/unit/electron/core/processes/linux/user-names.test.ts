import { utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parsePasswd, UserNames } from '../../../../../../electron/core/processes/linux/user-names.ts';
import { temporaryFolder } from '../../../../../helpers/temporary-folder.ts';

test('reads names by number, the first of a number', () => {
  const names = parsePasswd(
    'root:x:0:0::/root:/bin/sh\ntoor:x:0:0::\n#old:x:7:7::\njosé:x:1000:1000::\nbroken\n+::::\n',
  );
  expect([...names]).toEqual([
    [0, 'root'],
    [1000, 'josé'],
  ]);
});

test('reads the file again when it changed', async () => {
  const file = path.join(await temporaryFolder(), 'passwd');
  await writeFile(file, 'ann:x:5:5::\n');
  const users = new UserNames(file);
  users.refresh();
  expect(users.nameOf(5)).toBe('ann');
  await writeFile(file, 'bob:x:5:5::\n');
  await utimes(file, 1, 1);
  users.refresh();
  expect(users.nameOf(5)).toBe('bob');
});

test('knows nobody without the file', () => {
  const users = new UserNames('/nowhere/passwd');
  users.refresh();
  expect(users.nameOf(0)).toBeNull();
});
