import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createWin32ProcessReader,
  win32ProcessTools,
} from '../../electron/core/processes/win32/win32-process-reader.ts';
import { canRunScripts, printFile, ToolFolder } from '../helpers/tool-folder.ts';

// powershell.exe, played by a script that prints what processScript makes it print (constructed).
let folder: ToolFolder;

const started = 1_763_690_000_123;
const output = [
  {
    pid: 8120,
    parent: 4312,
    name: 'node.exe',
    start: started,
    command: '"C:\\Program Files\\nodejs\\node.exe" server.js',
    executable: 'C:\\Program Files\\nodejs\\node.exe',
    user: 'PC\\Jörg',
  },
  {
    pid: 4312,
    parent: 700,
    name: 'Code.exe',
    start: started - 5000,
    command: 'C:\\Code.exe',
    executable: 'C:\\Code.exe',
    user: null,
  },
  // A younger process that has got the pid of the one that started Code.
  {
    pid: 700,
    parent: 600,
    name: 'late.exe',
    start: started + 1,
    command: null,
    executable: null,
    user: null,
  },
  { pid: 4, parent: 0, name: 'System', start: null, command: null, executable: null, user: null },
  {
    pid: 1316,
    parent: 900,
    name: 'svchost.exe',
    start: started - 9000,
    command: null,
    executable: null,
    user: null,
  },
  { pid: 1316, service: 'Dnscache' },
];

beforeEach((context) => {
  context.skip(!canRunScripts, 'needs /bin/sh');
  folder = new ToolFolder();
  folder.put('output', output.map((fields) => `${JSON.stringify(fields)}\n`).join(''));
});
afterEach(() => folder?.remove());

const openReader = (script = printFile('output'), timeoutMs = 5_000) =>
  createWin32ProcessReader({ powershell: folder.write('powershell', script), timeoutMs });

test('powershell is run by its full path', () => {
  expect(win32ProcessTools({ SystemRoot: 'D:\\Windows' }).powershell).toBe(
    'D:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
  );
});

describe('identify', () => {
  test('asks once for many pids, and leaves out what is not running', async () => {
    const found = await openReader().identify([8120, 4, 77]);
    expect(found).toEqual(
      new Map([
        [8120, { pid: 8120, startTime: started, name: 'node.exe' }],
        [4, { pid: 4, startTime: 0, name: 'System' }],
      ]),
    );
    expect(folder.calls('powershell')).toHaveLength(1);
  });

  test('asks in a way that security software lets pass', async () => {
    await openReader().identify([8120]);
    const [call = ''] = folder.calls('powershell');
    expect(call).toMatch(/^-NoLogo -NoProfile -NonInteractive -Command /);
    expect(call).not.toMatch(/-enc|bypass|hidden/i);
  });

  test('asks nothing about nobody', async () => {
    expect(await openReader().identify([])).toEqual(new Map());
    expect(folder.calls('powershell')).toEqual([]);
  });
});

describe('describe', () => {
  test('tells everything about the processes that are still the same', async () => {
    const facts = await openReader().describe([
      { pid: 8120, startTime: started },
      { pid: 4312, startTime: started },
      { pid: 1316, startTime: started - 9000 },
    ]);
    expect([...facts.keys()]).toEqual([8120, 1316]);
    expect(facts.get(8120)).toEqual({
      pid: 8120,
      startTime: started,
      name: 'node.exe',
      parentPid: 4312,
      command: ['C:\\Program Files\\nodejs\\node.exe', 'server.js'],
      executable: 'C:\\Program Files\\nodejs\\node.exe',
      cwd: null,
      user: 'PC\\Jörg',
      service: null,
    });
    expect(facts.get(1316)).toMatchObject({ service: 'Dnscache', command: [] });
  });
});

describe('ancestors', () => {
  test('end where the parent is younger than its child: the pid was given away', async () => {
    const chain = await openReader().ancestors(8120);
    expect(chain.map(({ pid, name }) => [pid, name])).toEqual([[4312, 'Code.exe']]);
  });

  test('of a process that is not running are none', async () => {
    expect(await openReader().ancestors(77)).toEqual([]);
  });
});

describe('failures', () => {
  test.each([
    [
      'missing',
      () => createWin32ProcessReader({ powershell: folder.missing('no'), timeoutMs: 500 }),
      'not installed',
    ],
    ['hanging', () => openReader('exec sleep 60', 500), 'took longer'],
    ['forbidden', () => openReader('echo "running scripts is disabled" >&2; exit 1'), 'scripts is disabled'],
  ])('powershell %s is an error, not an empty answer', async (_, open, message) => {
    await expect(open().identify([8120])).rejects.toThrow(message);
  });

  test('what was printed before it broke off counts', async () => {
    const found = await openReader(`${printFile('output')} | head -c 300; exit 1`).identify([8120, 4312]);
    expect([...found.keys()]).toEqual([8120]);
  });

  test('no process at all is an answer when it ended well', async () => {
    expect(await openReader('exit 0').identify([77])).toEqual(new Map());
  });
});
