import { describe, expect, test } from 'vitest';
import type { Restarter } from '../../../electron/core/processes/restarter.ts';
import { killReportSchema } from '../../../shared/contract/kill.ts';
import { restartResultSchema } from '../../../shared/contract/restart.ts';
import { isLinux } from '../../helpers/is-linux.ts';
import { isAlive } from '../../helpers/linux-kill.ts';
import {
  endWithTest,
  launch,
  openRestarter,
  ownPort,
  program,
  startedWith,
  targetOn,
} from '../../helpers/restart-world.ts';
import { python } from '../../helpers/start-python.ts';

if (!isLinux) console.warn('SKIPPED: kills are taken back on Linux only.');

async function serve(file = 'serve-and-stay.mjs', ...more: string[]) {
  const port = await ownPort();
  const isNode = file.endsWith('.mjs');
  const argv = [isNode ? 'node' : 'python3', program(file), String(port), ...more];
  return { ...(await launch({ program: isNode ? process.execPath : python, argv })), port };
}

async function killOn(restarter: Restarter, ...ports: number[]) {
  const targets = await Promise.all(ports.map(targetOn));
  return killReportSchema.parse(await restarter.kill({ targets, force: false })).results;
}

async function undo(restarter: Restarter, id: string | undefined) {
  const outcome = await restarter.undo({ id: id ?? '' });
  if (!outcome.ok) return outcome.failure;
  const results = outcome.value.map((result) => restartResultSchema.parse(result));
  for (const { process } of results) endWithTest(process?.pid);
  return results;
}

describe.skipIf(!isLinux)('taking a kill back', () => {
  test('starts the program as it was', async () => {
    const { restarter } = await openRestarter();
    const { pid, port } = await serve();
    const before = startedWith(pid);
    const [killed] = await killOn(restarter, port);
    expect(killed?.outcome).toBe('freed');
    expect(Date.parse(killed?.undo?.until ?? '')).toBeGreaterThan(Date.now());
    const results = await undo(restarter, killed?.undo?.id);
    expect(results).toMatchObject([{ port, outcome: 'back' }]);
    expect(startedWith((await targetOn(port)).owners[0]?.pid ?? 0)).toEqual(before);
  });

  test('works once', async () => {
    const { restarter } = await openRestarter();
    const { port } = await serve();
    const [killed] = await killOn(restarter, port);
    await undo(restarter, killed?.undo?.id);
    expect(await undo(restarter, killed?.undo?.id)).toMatchObject({ code: 'not-found' });
  });

  test('expires', async () => {
    const { restarter } = await openRestarter({ undoLimits: { keepMs: 1, most: 10 } });
    const { port } = await serve();
    const [killed] = await killOn(restarter, port);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await undo(restarter, killed?.undo?.id)).toMatchObject({ code: 'not-found' });
    expect((await targetOn(port)).owners).toEqual([]);
  });

  test('starts nothing beside somebody who took the port since', async () => {
    const { restarter } = await openRestarter();
    const { port } = await serve();
    const [killed] = await killOn(restarter, port);
    const argv = ['node', program('serve-and-stay.mjs'), String(port)];
    const other = await launch({ program: process.execPath, argv });
    expect(await undo(restarter, killed?.undo?.id)).toMatchObject([
      { port, outcome: 'taken', process: null, message: expect.stringContaining(`(pid ${other.pid})`) },
    ]);
  });

  test('starts a program once that held two of the ports', async () => {
    const { restarter } = await openRestarter();
    const second = await ownPort();
    const { port } = await serve('serve_two.py', String(second));
    const killed = await killOn(restarter, port, second);
    expect(killed.map(({ undo: offer }) => offer?.id)).toEqual([killed[0]?.undo?.id, killed[0]?.undo?.id]);
    const results = await undo(restarter, killed[0]?.undo?.id);
    expect(results).toMatchObject([
      { port, outcome: 'back' },
      { port: second, outcome: 'back' },
    ]);
    expect((await targetOn(port)).owners).toEqual((await targetOn(second)).owners);
  });

  test('starts the head of a family that shared the port', async () => {
    const { restarter } = await openRestarter();
    const { pid, port } = await serve('serve_shared.py');
    const [killed] = await killOn(restarter, port);
    const results = await undo(restarter, killed?.undo?.id);
    for (const owner of (await targetOn(port)).owners) endWithTest(owner.pid);
    expect(results).toMatchObject([{ port, outcome: 'back' }]);
    expect(isAlive(pid)).toBe(false);
  });

  test('is not offered where the program could not be started as it was', async () => {
    const { restarter } = await openRestarter();
    const { port } = await serve('serve-titled.mjs', 'a long enough argument');
    expect(await killOn(restarter, port)).toMatchObject([{ outcome: 'freed', undo: null }]);
  });

  test('is not offered where nothing was ended', async () => {
    const { restarter } = await openRestarter();
    const { port, pid } = await serve();
    const owners = [{ pid, startTime: '2001-01-01T00:00:00.000Z' }];
    const { results } = await restarter.kill({ targets: [{ port, protocol: 'tcp', owners }], force: false });
    expect(results).toMatchObject([{ outcome: 'replaced', undo: null }]);
  });
});
