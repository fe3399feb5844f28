import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../../electron/core/lib/clock.ts';
import { readBootTime } from '../../../electron/core/lib/linux-boot-time.ts';
import { createKiller } from '../../../electron/core/processes/create-killer.ts';
import type { KillProgress } from '../../../shared/contract/kill-plan.ts';
import { isLinux } from '../../helpers/is-linux.ts';
import {
  canListen,
  isAlive,
  kill,
  plan,
  realPorts,
  realReader,
  requestFor,
} from '../../helpers/linux-kill.ts';
import { type Listening, type RunningProgram, startProgram } from '../../helpers/start-program.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

if (!isLinux) console.warn('SKIPPED: plans for real processes are tested on Linux only.');

const killer = () =>
  createKiller({
    platform: 'linux',
    bootTimeMs: readBootTime(),
    processes: realReader,
    ports: realPorts,
    clock: systemClock,
    privileged: process.getuid?.() === 0,
    protectedNames: () => [],
  });

interface Family {
  readonly pid: number;
  readonly port: number;
  readonly job: number;
  readonly daemon: number;
}

describe.skipIf(!isLinux)('a plan', () => {
  test('needs no consent for one process that holds nothing else', async () => {
    const { told } = await startProgram('listen.mjs');
    expect(await plan(await requestFor(told.port, [told.pid]))).toMatchObject({
      needsConsent: false,
      targets: [
        { port: told.port, verdict: 'end', processes: [{ pid: told.pid, role: 'owner' }], alsoCloses: [] },
      ],
    });
    expect(isAlive(told.pid)).toBe(true);
  });

  test('names what would be left behind, children first, and the kill ends exactly that', async () => {
    const { told } = await startProgram<Family>('listen-with-children.mjs');
    onTestFinished(() => void process.kill(told.daemon, 'SIGKILL'));
    const request = await requestFor(told.port, [told.pid]);
    const planned = await plan(request);
    const processes = planned.targets[0]?.processes ?? [];
    expect(planned.needsConsent).toBe(true);
    expect(processes.map(({ name, role }) => [name, role])).toEqual([
      ['sleep', 'child'],
      ['sh', 'child'],
      ['node', 'owner'],
    ]);
    const result = await kill(request);
    expect(result).toMatchObject({ outcome: 'freed', signals: ['SIGTERM'] });
    expect(result.processes.map(({ pid, ended }) => [pid, ended])).toEqual(
      processes.map(({ pid }) => [pid, true]),
    );
    // The first process may leave an orphan that ended uncollected, and it still answers to signal 0 then.
    const running = await realReader.identify([told.job, told.daemon]);
    expect([...running.keys()]).toEqual([told.daemon]);
    expect(await canListen(told.port)).toBe(true);
  });

  test('names the other ports that would close', async () => {
    const file = path.resolve(import.meta.dirname, '../../programs/hold.mjs');
    const { pid, told: ports } = await startProgram<number[]>(file, {
      args: ['tcp:127.0.0.1:0', 'udp:127.0.0.1:0'],
    });
    const planned = await plan(await requestFor(ports[0] ?? 0, [pid]));
    expect(planned).toMatchObject({
      needsConsent: true,
      targets: [{ alsoCloses: [{ protocol: 'udp', address: '127.0.0.1', port: ports[1] }] }],
    });
  });

  test("refuses Berth's own port", async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
    });
    onTestFinished(() => void server.close());
    const request = await requestFor(port, [process.pid]);
    expect((await plan(request)).targets).toMatchObject([{ verdict: 'refused', processes: [] }]);
    expect(await kill(request)).toMatchObject({ outcome: 'refused', signals: [] });
    expect(await canListen(port)).toBe(false);
  });

  test('says that nothing holds the port of a client only, and the client survives', async () => {
    const { told } = await startProgram('listen.mjs');
    const client = await startProgram('connect-and-stay.mjs', { args: [String(told.port)] });
    const request = await requestFor(client.told.port, [client.pid], true);
    expect((await plan(request)).targets).toMatchObject([{ verdict: 'gone' }]);
    expect(await kill(request)).toMatchObject({ outcome: 'gone', signals: [] });
    expect(isAlive(client.pid)).toBe(true);
  });

  test('covers several ports at once, each with its result', async () => {
    const one = await startProgram('listen.mjs');
    const two = await startProgram('ignore-terminate.mjs');
    const targets = [
      ...(await requestFor(one.told.port, [one.pid])).targets,
      ...(await requestFor(two.told.port, [two.pid])).targets,
    ];
    expect((await killer().plan({ targets })).targets.map(({ verdict }) => verdict)).toEqual(['end', 'end']);
    const { results } = await killer().kill({ targets, force: true });
    expect(results.map(({ port, outcome }) => [port, outcome])).toEqual([
      [one.told.port, 'freed'],
      [two.told.port, 'freed'],
    ]);
    expect(await canListen(one.told.port)).toBe(true);
    expect(await canListen(two.told.port)).toBe(true);
  });
});

describe.skipIf(!isLinux)('a running kill', () => {
  test('forces at once when it is told to', async () => {
    const { told } = await startProgram('ignore-terminate.mjs');
    const running = killer();
    const stages: string[] = [];
    running.onProgress(({ stage }: KillProgress) => {
      stages.push(stage);
      if (stage === 'asked') expect(running.steer({ runId: 'r', wish: 'force' })).toBe(true);
    });
    const { results } = await running.kill({ ...(await requestFor(told.port, [told.pid])), runId: 'r' });
    expect(results).toMatchObject([{ outcome: 'freed', signals: ['SIGTERM', 'SIGKILL'] }]);
    expect(stages).toEqual(['asked', 'forcing', 'watching']);
    expect(await canListen(told.port)).toBe(true);
  });

  test('waits half a minute more when it is told to, and can still be forced', async () => {
    const { told } = await startProgram('ignore-terminate.mjs');
    const running = killer();
    const heard: (number | null)[] = [];
    running.onProgress(({ stage, forceAtMs }) => {
      if (stage !== 'asked') return;
      heard.push(forceAtMs);
      queueMicrotask(() => running.steer({ runId: 'r', wish: heard.length === 1 ? 'wait' : 'force' }));
    });
    const { results } = await running.kill({ ...(await requestFor(told.port, [told.pid])), runId: 'r' });
    expect(heard).toHaveLength(2);
    expect((heard[1] ?? 0) - (heard[0] ?? 0)).toBe(30_000);
    expect(results).toMatchObject([{ outcome: 'freed', signals: ['SIGTERM', 'SIGKILL'] }]);
  });

  test('forces one of several ports, and leaves the other its time', async () => {
    const deaf = await startProgram('ignore-terminate.mjs');
    const file = path.join(await temporaryFolder(), 'written');
    const busy = await startProgram('slow-flush.mjs', { args: [file, '1500'] });
    const running = killer();
    running.onProgress(({ stage, port, protocol }) => {
      if (stage !== 'asked' || port !== deaf.told.port) return;
      expect(running.steer({ runId: 'r', wish: 'force', port, protocol })).toBe(true);
    });
    const { results } = await running.kill({ ...(await bothOf(deaf, busy)), runId: 'r' });
    expect(results).toMatchObject([
      { outcome: 'freed', signals: ['SIGTERM', 'SIGKILL'] },
      { outcome: 'freed', signals: ['SIGTERM'] },
    ]);
    expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(10);
  });

  test('gives one of several ports up without a further signal, and goes on with the other', async () => {
    const kept = await startProgram('ignore-terminate.mjs');
    const ended = await startProgram('ignore-terminate.mjs');
    const running = killer();
    running.onProgress(({ stage, port }) => {
      if (stage !== 'asked') return;
      const wish = port === kept.told.port ? 'give-up' : 'force';
      queueMicrotask(() => running.steer({ runId: 'r', wish, port }));
    });
    const { results } = await running.kill({ ...(await bothOf(kept, ended)), runId: 'r' });
    expect(results).toMatchObject([
      { port: kept.told.port, outcome: 'survived', signals: ['SIGTERM'] },
      { port: ended.told.port, outcome: 'freed', signals: ['SIGTERM', 'SIGKILL'] },
    ]);
    expect(results[0]?.message).toContain('waiting was stopped');
    expect(isAlive(kept.pid)).toBe(true);
  });

  test('knows no port that is not its own', async () => {
    const { told } = await startProgram('ignore-terminate.mjs');
    const running = killer();
    const known: boolean[] = [];
    running.onProgress(({ stage, port }) => {
      if (stage !== 'asked') return;
      known.push(running.steer({ runId: 'r', wish: 'force', port: port === 1 ? 2 : 1 }));
      known.push(running.steer({ runId: 'r', wish: 'force', port }));
    });
    await running.kill({ ...(await requestFor(told.port, [told.pid])), runId: 'r' });
    expect(known).toEqual([false, true]);
  });

  test('is not known any more when it is over', async () => {
    expect(killer().steer({ runId: 'r', wish: 'force' })).toBe(false);
  });
});

async function bothOf(...programs: readonly RunningProgram<Listening>[]) {
  const requests = await Promise.all(programs.map(({ told }) => requestFor(told.port, [told.pid])));
  return { targets: requests.flatMap(({ targets }) => targets), force: false };
}
