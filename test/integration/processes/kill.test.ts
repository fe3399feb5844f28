import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { chooseProcessControl } from '../../../electron/core/processes/choose-process-control.ts';
import { killTiming } from '../../../electron/core/processes/kill-timing.ts';
import { isLinux } from '../../helpers/is-linux.ts';
import { canListen, isAlive, kill, realPorts, requestFor } from '../../helpers/linux-kill.ts';
import { startProgram } from '../../helpers/start-program.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const impatient = { timing: { ...killTiming, graceMs: 300 } };

if (!isLinux) console.warn('SKIPPED: ending real processes is tested on Linux only.');

describe.skipIf(!isLinux)('killPorts', () => {
  test('frees the port of a plain server', async () => {
    const { told } = await startProgram('listen.mjs');
    const result = await kill(await requestFor(told.port, [told.pid]));
    expect(result).toMatchObject({ outcome: 'freed', signals: ['SIGTERM'], newOwner: null });
    expect(result.processes).toMatchObject([{ pid: told.pid, ended: true }]);
    expect(result.message).toBe(`Port ${told.port} is free. node (pid ${told.pid}) ended after SIGTERM.`);
    expect(await canListen(told.port)).toBe(true);
  });

  test('ends by force what ignores SIGTERM', async () => {
    const { told } = await startProgram('ignore-terminate.mjs');
    const result = await kill(await requestFor(told.port, [told.pid]), impatient);
    expect(result).toMatchObject({ outcome: 'freed', signals: ['SIGTERM', 'SIGKILL'] });
    expect(await canListen(told.port)).toBe(true);
  });

  test('skips the graceful signal when told to force', async () => {
    const { told } = await startProgram('listen.mjs');
    const result = await kill(await requestFor(told.port, [told.pid], true));
    expect(result).toMatchObject({ outcome: 'freed', signals: ['SIGKILL'] });
    expect(await canListen(told.port)).toBe(true);
  });

  test.each([1500, 5000])(
    'waits past its grace for a server that closed its port and still writes for %i ms',
    { timeout: 30_000 },
    async (ms) => {
      const file = path.join(await temporaryFolder(), 'data');
      const { told } = await startProgram('slow-flush.mjs', { args: [file, String(ms)] });
      const result = await kill(await requestFor(told.port, [told.pid]), impatient);
      expect(result).toMatchObject({ outcome: 'freed', signals: ['SIGTERM'] });
      expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(10);
      expect(await canListen(told.port)).toBe(true);
    },
  );

  test('counts as ended what its parent does not collect', async () => {
    const program = path.resolve(import.meta.dirname, '../../programs/listen.mjs');
    const { told } = await startProgram(path.resolve(import.meta.dirname, '../../programs/keep_zombie.py'), {
      interpreter: '/usr/bin/python3',
      args: [process.execPath, program],
    });
    const result = await kill(await requestFor(told.port, [told.pid]));
    expect(result).toMatchObject({ outcome: 'freed', processes: [{ pid: told.pid, ended: true }] });
    expect(await readFile(`/proc/${told.pid}/stat`, 'utf8')).toContain(') Z ');
    expect(await canListen(told.port)).toBe(true);
  });

  test('names the parent that starts a server again', async () => {
    const { pid: parent, told } = await startProgram('respawn.mjs');
    const result = await kill(await requestFor(told.port, [told.pid]));
    expect(result).toMatchObject({ outcome: 'respawned', supervisor: `node (pid ${parent})` });
    const [holder] = await realPorts.holders(told.port, 'tcp');
    expect(holder).toMatchObject({ pid: result.newOwner?.pid });
    expect(result.newOwner?.pid).not.toBe(told.pid);
    expect(result.message).toContain(`started by node (pid ${parent})`);
    expect(await canListen(told.port)).toBe(false);
  });

  test('says that another program took the port', async () => {
    const { told } = await startProgram('listen.mjs');
    const other = await startProgram('take-over.mjs', { args: [String(told.port)] });
    const result = await kill(await requestFor(told.port, [told.pid]));
    expect(result).toMatchObject({ outcome: 'taken', newOwner: { pid: other.pid }, supervisor: null });
    expect(await canListen(told.port)).toBe(false);
  });

  test('ends both of a forked pair that share a socket', async () => {
    const { told } = await startProgram<{ pid: number; child: number; port: number }>('forked_pair.py', {
      interpreter: '/usr/bin/python3',
    });
    const result = await kill(await requestFor(told.port, [told.pid, told.child]));
    expect(result).toMatchObject({ outcome: 'freed', signals: ['SIGTERM'] });
    expect(result.processes.map(({ pid }) => pid)).toEqual([told.child, told.pid]);
    expect(await canListen(told.port)).toBe(true);
  });

  test('leaves an owner alone that was not chosen, and says that it holds the port', async () => {
    const { told } = await startProgram<{ pid: number; child: number; port: number }>('forked_pair.py', {
      interpreter: '/usr/bin/python3',
    });
    const result = await kill(await requestFor(told.port, [told.child]));
    expect(result).toMatchObject({ outcome: 'taken', newOwner: { pid: told.pid } });
    expect(isAlive(told.pid)).toBe(true);
    expect(await canListen(told.port)).toBe(false);
  });

  test('continues a stopped process so that it can end', async () => {
    const { told } = await startProgram('listen.mjs');
    process.kill(told.pid, 'SIGSTOP');
    const result = await kill(await requestFor(told.port, [told.pid]));
    expect(result).toMatchObject({ outcome: 'freed', signals: ['SIGTERM', 'SIGCONT'] });
    expect(await canListen(told.port)).toBe(true);
  });

  test('ends the owners of 127.0.0.1 and ::1 of one port', async () => {
    const four = await startProgram('listen.mjs');
    const six = await startProgram('listen.mjs', { args: [String(four.told.port), '::1'] });
    const result = await kill(await requestFor(four.told.port, [four.pid, six.pid]));
    expect(result.outcome).toBe('freed');
    expect(await canListen(four.told.port, '::')).toBe(true);
  });

  test('leaves a client of the port alive', async () => {
    const { told } = await startProgram('listen.mjs');
    const client = await startProgram('connect-and-stay.mjs', { args: [String(told.port)] });
    const result = await kill(await requestFor(told.port, [told.pid, client.pid]));
    expect(result.outcome).toBe('freed');
    expect(result.processes.map(({ pid }) => pid)).toEqual([told.pid]);
    expect(isAlive(client.pid)).toBe(true);
  });

  test('does not touch the holder when another was chosen', async () => {
    const { told } = await startProgram('listen.mjs');
    const result = await kill({
      targets: [
        {
          port: told.port,
          protocol: 'tcp',
          owners: [{ pid: told.pid, startTime: '2001-01-01T00:00:00.000Z' }],
        },
      ],
      force: true,
    });
    expect(result).toMatchObject({ outcome: 'replaced', signals: [], newOwner: { pid: told.pid } });
    expect(await canListen(told.port)).toBe(false);
  });

  test('says that nothing holds the port', async () => {
    const { told } = await startProgram('listen.mjs');
    const request = await requestFor(told.port, [told.pid]);
    await kill(request);
    expect(await kill(request)).toMatchObject({ outcome: 'gone', signals: [], processes: [] });
  });

  test('stops waiting when called off, and says that the port is still held', async () => {
    const { told } = await startProgram('ignore-terminate.mjs');
    const abort = new AbortController();
    const control = chooseProcessControl('linux');
    const send = async (pid: number) => {
      setTimeout(() => abort.abort(), 50);
      return control.ask.send(pid);
    };
    const result = await kill(
      await requestFor(told.port, [told.pid]),
      { control: { ...control, ask: { name: 'SIGTERM', send } } },
      abort.signal,
    );
    expect(result).toMatchObject({ outcome: 'survived', signals: ['SIGTERM'] });
    expect(result.message).toContain('waiting was stopped');
    expect(await canListen(told.port)).toBe(false);
  });

  test('refuses to end a protected program', async () => {
    const { told } = await startProgram('listen.mjs');
    const result = await kill(await requestFor(told.port, [told.pid]), { protectedNames: () => ['node'] });
    expect(result).toMatchObject({ outcome: 'refused', signals: [] });
    expect(await canListen(told.port)).toBe(false);
  });

  test('refuses to end Berth itself', async () => {
    const { told } = await startProgram('listen.mjs');
    const result = await kill(await requestFor(told.port, [told.pid]), { ownPid: told.pid });
    expect(result.outcome).toBe('refused');
    expect(result.message).toContain('Berth itself');
    expect(await canListen(told.port)).toBe(false);
  });

  test('refuses to end what started Berth', async () => {
    const { pid: parent, told } = await startProgram('respawn.mjs');
    const [child] = await realPorts.holders(told.port, 'tcp');
    expect(child).toMatchObject({ pid: told.pid });
    // Seen from the child, its parent is an ancestor of Berth.
    const result = await kill(
      { ...(await requestFor(told.port, [told.pid, parent])) },
      {
        ports: {
          holders: async () => [{ hidden: false, pid: parent, startTime: null, name: 'node' }],
          listenersOf: async () => [],
        },
        ownPid: told.pid,
      },
    );
    expect(result.outcome).toBe('refused');
    expect(result.message).toContain('started Berth');
    expect(isAlive(parent)).toBe(true);
  });
});
