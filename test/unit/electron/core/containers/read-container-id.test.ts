import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { containerIdReader } from '../../../../../electron/core/containers/read-container-id.ts';
import { temporaryFolder } from '../../../../helpers/temporary-folder.ts';

const [ours, theirs] = ['a'.repeat(64), 'b'.repeat(64)];

async function procWith(groups: Readonly<Record<string, string>>): Promise<string> {
  const root = await temporaryFolder();
  for (const [pid, group] of Object.entries(groups)) {
    await mkdir(path.join(root, pid));
    await writeFile(path.join(root, pid, 'cgroup'), `0::${group}\n`);
  }
  return root;
}

test('reads the container of a process, and null of one that has none or is gone', async () => {
  const proc = await procWith({ self: '/user.slice', 7: `/docker/${theirs}`, 8: '/init.scope' });
  const read = containerIdReader('linux', proc);
  expect([read(7), read(8), read(9)]).toEqual([theirs, null, null]);
});

test('does not count the container that Berth runs in', async () => {
  const proc = await procWith({ self: `/docker/${ours}`, 7: `/docker/${ours}`, 8: `/docker/${theirs}` });
  const read = containerIdReader('linux', proc);
  expect([read(7), read(8)]).toEqual([null, theirs]);
});

test('reads nothing where containers run in a virtual machine', async () => {
  const proc = await procWith({ self: '/', 7: `/docker/${theirs}` });
  expect(containerIdReader('darwin', proc)(7)).toBeNull();
});
