import { describe, expect, test } from 'vitest';
import type {
  ProcessFacts,
  ProcessIdentity,
  ProcessReader,
} from '../../../../../electron/core/processes/process-reader.ts';
import { ProcessTable } from '../../../../../electron/core/processes/process-table.ts';
import { processSchema } from '../../../../../shared/contract/processes.ts';
import { ancestors, facts } from '../../../../fakes/process-facts.ts';

/** A reader that counts what it is asked. */
function countingReader(processes: Map<number, ProcessFacts>) {
  const asked = { identify: [] as number[][], describe: [] as number[][], ancestors: [] as number[] };
  const running = (pids: readonly number[]) =>
    new Map(
      pids.flatMap((pid) => {
        const found = processes.get(pid);
        return found ? [[pid, found] as const] : [];
      }),
    );
  const reader: ProcessReader = {
    async identify(pids) {
      asked.identify.push([...pids]);
      return running(pids);
    },
    async describe(identities: readonly ProcessIdentity[]) {
      asked.describe.push(identities.map(({ pid }) => pid));
      const found = running(identities.map(({ pid }) => pid));
      for (const { pid, startTime } of identities)
        if (found.get(pid)?.startTime !== startTime) found.delete(pid);
      return found;
    },
    async ancestors(pid) {
      asked.ancestors.push(pid);
      return ancestors('zsh', 'gnome-terminal-server', 'systemd');
    },
    userName: () => null,
  };
  return { reader, asked };
}

function open(...list: readonly ProcessFacts[]) {
  const processes = new Map(list.map((one) => [one.pid, one]));
  const { reader, asked } = countingReader(processes);
  const project = { name: 'app', root: '/srv/app', manifest: 'package.json', branch: 'main' };
  const table = new ProcessTable({
    platform: 'linux',
    reader,
    projects: { find: async (folder) => (folder === '/srv/app' ? project : null) },
  });
  return { table, asked, processes, project };
}

const owner = (one: ProcessFacts, name: string | null = one.name) => ({
  pid: one.pid,
  startTime: one.startTime,
  name,
});
const one = facts({ pid: 1, startTime: 1000 });
const two = facts({ pid: 2, startTime: 2000, cwd: '/tmp' });

describe('ProcessTable', () => {
  test('composes what the contract asks for', async () => {
    const { table, project } = open(one);
    const process = (await table.resolve([owner(one)])).get(1);
    expect(processSchema.parse(process)).toEqual({
      key: '1@1970-01-01T00:00:01.000Z',
      pid: 1,
      startTime: '1970-01-01T00:00:01.000Z',
      name: 'node',
      command: ['node', 'server.js'],
      executable: '/usr/bin/node',
      cwd: '/srv/app',
      user: 'ann',
      parents: [
        { pid: 700, name: 'zsh' },
        { pid: 699, name: 'gnome-terminal-server' },
        { pid: 1, name: 'systemd' },
      ],
      origin: 'from zsh in GNOME Terminal',
      project,
      container: null,
    });
  });

  test('reads new processes together, their ancestors once, and known ones never again', async () => {
    const { table, asked } = open(one, two);
    await table.resolve([owner(one), owner(two), owner(one)]);
    await table.resolve([owner(one), owner(two)]);
    expect(asked).toEqual({ identify: [], describe: [[1, 2]], ancestors: [1] });
  });

  test('looks up who has a pid that came without a start time', async () => {
    const { table, asked } = open(one, two);
    const found = await table.resolve([{ pid: 1, startTime: null, name: null }, owner(two)]);
    expect([...found.keys()].sort()).toEqual([1, 2]);
    expect(asked.identify).toEqual([[1]]);
  });

  test('does not take a process for the one that had its pid before', async () => {
    const { table, processes } = open(one);
    await table.resolve([owner(one)]);
    processes.set(1, facts({ pid: 1, startTime: 5000, name: 'python3' }));
    expect(await table.resolve([{ ...owner(one), startTime: 1001 }])).toEqual(new Map());
    const found = await table.resolve([{ pid: 1, startTime: 5000, name: 'python3' }]);
    expect(found.get(1)?.name).toBe('python3');
  });

  test('reads a process again that became another program', async () => {
    const { table, processes } = open(facts({ ...one, name: 'sh' }));
    await table.resolve([owner(one, 'sh')]);
    processes.set(1, one);
    expect((await table.resolve([owner(one, 'node')])).get(1)?.name).toBe('node');
  });

  test('does not read again because its source cuts the name', async () => {
    const long = facts({ pid: 3, name: 'gnome-terminal-server' });
    const { table, asked } = open(long);
    await table.resolve([owner(long, 'gnome-terminal-')]);
    await table.resolve([owner(long, 'gnome-terminal-')]);
    expect(asked.describe).toHaveLength(1);
  });

  test('leaves out a process that has ended', async () => {
    const { table } = open();
    expect(await table.resolve([owner(one), { pid: 9, startTime: null, name: 'x' }])).toEqual(new Map());
  });

  test('reads past what it remembers when asked to', async () => {
    const { table, processes } = open(one);
    await table.resolve([owner(one)]);
    processes.set(1, { ...one, command: ['node', 'other.js'] });
    expect((await table.refresh(one))?.command).toEqual(['node', 'other.js']);
    processes.delete(1);
    expect(await table.refresh(one)).toBeNull();
    expect(table.size).toBe(0);
  });

  test('forgets what is shown no more', async () => {
    const { table, asked } = open(one, two);
    const found = await table.resolve([owner(one), owner(two)]);
    table.forget([found.get(1)?.key ?? '']);
    expect(table.size).toBe(1);
    await table.resolve([owner(one), owner(two)]);
    expect(asked.describe).toEqual([[1, 2], [1]]);
  });
});
