import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  parsePortList,
  parseRange,
  parseUnprivilegedStart,
  readSystemPorts,
} from '../../../../../electron/core/free-ports/system-ports.ts';
import { temporaryFolder } from '../../../../helpers/temporary-folder.ts';

async function procWith(files: Readonly<Record<string, string>>): Promise<string> {
  const procRoot = await temporaryFolder();
  const folder = path.join(procRoot, 'sys/net/ipv4');
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
  return procRoot;
}

describe('readSystemPorts', () => {
  test('reads what Linux has plans with', async () => {
    const procRoot = await procWith({
      ip_local_port_range: '40000\t50000\n',
      ip_local_reserved_ports: '8080,9000-9010\n',
      ip_unprivileged_port_start: '80\n',
    });
    expect(await readSystemPorts({ platform: 'linux', privileged: false, procRoot })).toEqual({
      ephemeral: { from: 40_000, to: 50_000 },
      reserved: [
        { from: 8080, to: 8080 },
        { from: 9000, to: 9010 },
      ],
      firstUnprivileged: 80,
    });
  });

  test('takes the defaults of the kernel where it does not tell', async () => {
    expect(await readSystemPorts({ platform: 'linux', privileged: false, procRoot: '/nowhere' })).toEqual({
      ephemeral: { from: 32_768, to: 60_999 },
      reserved: [],
      firstUnprivileged: 1024,
    });
  });

  test('knows the dynamic ports of macOS and Windows', async () => {
    const mac = await readSystemPorts({ platform: 'darwin', privileged: false });
    expect(mac).toMatchObject({ ephemeral: { from: 49_152, to: 65_535 }, firstUnprivileged: 1024 });
    const windows = await readSystemPorts({ platform: 'win32', privileged: false });
    expect(windows).toMatchObject({ ephemeral: { from: 49_152, to: 65_535 }, firstUnprivileged: 1 });
  });

  test('lets root use every port', async () => {
    expect(await readSystemPorts({ platform: 'linux', privileged: true })).toMatchObject({
      firstUnprivileged: 1,
    });
  });
});

test('reads lists and ranges, and leaves out what is none', () => {
  expect(parsePortList('\n')).toEqual([]);
  expect(parsePortList('1-2,x,70000,9-3,5')).toEqual([
    { from: 1, to: 2 },
    { from: 5, to: 5 },
  ]);
  expect(parseRange('60999 32768')).toBeNull();
  expect(parseRange('')).toBeNull();
  expect(parseUnprivilegedStart('0\n')).toBe(1);
  expect(parseUnprivilegedStart('')).toBe(1024);
});
