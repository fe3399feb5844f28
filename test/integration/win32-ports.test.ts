import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWin32Source, win32Tools } from '../../electron/core/ports/win32/open-win32-source.ts';
import { readCapture } from '../helpers/captures.ts';
import { canRunScripts, printFile, ToolFolder } from '../helpers/tool-folder.ts';

// netstat.exe, played by a script that prints captures.
let folder: ToolFolder;

beforeEach((context) => {
  context.skip(!canRunScripts, 'needs /bin/sh');
  folder = new ToolFolder();
  folder.put('output', readCapture('win32/netstat-german-cp850.txt'));
});
afterEach(() => folder?.remove());

const netstat = (script = printFile('output')) => folder.write('netstat', script);
const tools = (path = netstat(), timeoutMs = 5_000) => ({ netstat: path, timeoutMs });

test('netstat is run by its full path', () => {
  expect(win32Tools({ SystemRoot: 'D:\\Windows' }).netstat).toBe('D:\\Windows\\System32\\netstat.exe');
  expect(win32Tools({}).netstat).toBe('C:\\Windows\\System32\\netstat.exe');
});

describe('scan', () => {
  test('reads a German list, with every owner', async () => {
    const { source, fallbackReason } = await openWin32Source(tools());
    expect([source.name, fallbackReason]).toEqual(['netstat', null]);
    const { changed } = await source.scan();
    expect(changed).toHaveLength(66);
    expect(changed.find(({ address, port }) => address === '127.0.0.1' && port === 515)).toEqual({
      key: 'tcp4:127.0.0.1:515:7608',
      protocol: 'tcp',
      family: 4,
      address: '127.0.0.1',
      port: 515,
      uid: null,
      owners: [{ pid: 7608, startTime: null, name: null }],
      ownersHidden: false,
    });
    expect(changed.find(({ port }) => port === 445)?.owners).toEqual([
      { pid: 4, startTime: null, name: 'System' },
    ]);
    expect(new Set(folder.calls('netstat'))).toEqual(new Set(['-ano']));
  });

  test('tells only what changed', async () => {
    const { source } = await openWin32Source(tools());
    await source.scan();
    expect(await source.scan()).toEqual({ changed: [], removed: [] });
    const fewer = readCapture('win32/netstat-german-cp850.txt')
      .toString('latin1')
      .replace(/^.*:515 .*\r\n/m, '');
    folder.put('output', Buffer.from(fewer, 'latin1'));
    expect(await source.scan()).toEqual({ changed: [], removed: ['tcp4:127.0.0.1:515:7608'] });
  });

  test('a port that another process took over is another socket', async () => {
    const { source } = await openWin32Source(tools());
    await source.scan();
    const text = readCapture('win32/netstat-german-cp850.txt').toString('latin1').replace('7608', '9000');
    folder.put('output', Buffer.from(text, 'latin1'));
    const changes = await source.scan();
    expect(changes.removed).toEqual(['tcp4:127.0.0.1:515:7608']);
    expect(changes.changed.map(({ owners }) => owners[0]?.pid)).toEqual([9000]);
  });

  test('two sockets of one process on one address are two', async () => {
    const row = '  UDP    0.0.0.0:5353           *:*                                    3120\r\n';
    folder.put('output', row + row);
    const { source } = await openWin32Source(tools());
    expect((await source.scan()).changed.map(({ key }) => key)).toEqual([
      'udp4:0.0.0.0:5353:3120',
      'udp4:0.0.0.0:5353:3120#1',
    ]);
  });

  test.each([
    ['fails', 'echo "Access is denied." >&2; exit 1', 'listed nothing'],
    ['prints nothing', 'exit 0', 'listed nothing'],
    ['prints nonsense', 'head -c 5000 /dev/urandom', 'listed nothing'],
    ['hangs', 'exec sleep 60', 'took longer'],
  ])('throws when netstat %s, and goes on from before when it works again', async (_, script, message) => {
    const { source } = await openWin32Source(tools(netstat(), 500));
    await source.scan();
    netstat(script);
    await expect(source.scan()).rejects.toThrow(message);
    netstat();
    expect(await source.scan()).toEqual({ changed: [], removed: [] });
  });
});

test('cannot be opened without netstat', async () => {
  await expect(openWin32Source(tools(folder.missing('nowhere')))).rejects.toMatchObject({
    reason: 'missing',
  });
});
