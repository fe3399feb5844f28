import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Restarter } from '../../../electron/core/processes/restarter.ts';
import { processOutputSchema, type RestartResult } from '../../../shared/contract/restart.ts';
import { isLinux } from '../../helpers/is-linux.ts';
import { isAlive } from '../../helpers/linux-kill.ts';
import {
  endWithTest,
  launch,
  openRestarter,
  ownPort,
  program,
  restart,
  targetOn,
} from '../../helpers/restart-world.ts';

if (!isLinux)
  console.warn('SKIPPED: output is kept of programs that are restarted, which is done on Linux only.');

/** A server that prints on and on, restarted. */
async function talker(restarter: Restarter) {
  const port = await ownPort();
  await launch({ program: process.execPath, argv: ['node', program('serve-and-talk.mjs'), String(port)] });
  const result = await restart(restarter, port);
  expect(result.outcome).toBe('back');
  return result;
}

async function outputOf(restarter: Restarter, { process }: RestartResult) {
  if (!process) throw new Error('nothing was started');
  const { pid, startTime } = process;
  const outcome = await restarter.readOutput({ pid, startTime });
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return processOutputSchema.parse(outcome.value);
}

describe.skipIf(!isLinux)('the output of a program that was restarted', () => {
  test('can be read, with bytes that are no text', async () => {
    const { restarter } = await openRestarter();
    const result = await talker(restarter);
    await vi.waitFor(async () => {
      const { lines } = await outputOf(restarter, result);
      expect(lines).toContain('no text: \ufffd');
      expect(lines).toContain('on standard error');
    });
  });

  test('can be read in a later run, and by a child of the program', async () => {
    const port = await ownPort();
    const { restarter, folder } = await openRestarter();
    const file = program('detach_and_serve.py');
    const first = await launch({
      program: '/usr/bin/python3',
      argv: ['python3', file, String(port), 'child'],
    });
    endWithTest(first.pid);
    await restart(restarter, port);
    const { restarter: later } = await openRestarter({ dataFolder: folder });
    const [child] = (await targetOn(port)).owners;
    if (!child) throw new Error('nobody there');
    const outcome = await later.readOutput(child);
    expect(outcome).toMatchObject({ ok: true, value: { pid: child.pid, isCut: false } });
  });

  test('lies in files that nobody else may read', async () => {
    const { restarter, folder } = await openRestarter();
    const { process } = await talker(restarter);
    const output = path.join(folder, 'output');
    expect((await stat(output)).mode & 0o777).toBe(0o700);
    const names = await readdir(output);
    expect(names).toEqual([`${process?.pid}-${Date.parse(process?.startTime ?? '')}.log`]);
    expect((await stat(path.join(output, names[0] ?? ''))).mode & 0o777).toBe(0o600);
  });

  test('stays within its bounds while the program goes on', async () => {
    const limits = { cutAtBytes: 20_000, keepBytes: 5000, lookMs: 20, mostFiles: 10 };
    const { restarter, folder } = await openRestarter({ outputLimits: limits });
    const result = await talker(restarter);
    await vi.waitFor(
      async () => {
        const { lines, isCut } = await outputOf(restarter, result);
        expect(isCut).toBe(true);
        const numbers = lines.slice(1).map((line) => Number(/^line (\d+) /.exec(line)?.[1]));
        expect(numbers.length).toBeGreaterThan(10);
        expect(numbers.at(-1)).toBeGreaterThan(3000);
        // Nothing is missing between what was copied and what was written since.
        expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
      },
      { timeout: 10_000, interval: 100 },
    );
    const sizes: number[] = [];
    for (let look = 0; look < 100; look += 1) {
      for (const name of await readdir(path.join(folder, 'output'))) {
        sizes.push((await stat(path.join(folder, 'output', name))).size);
      }
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
    expect(Math.max(...sizes)).toBeLessThan(60_000);
    expect(isAlive(result.process?.pid ?? 0)).toBe(true);
  });

  test('is not made up for a program that Berth did not start', async () => {
    const { restarter } = await openRestarter();
    const port = await ownPort();
    await launch({ program: process.execPath, argv: ['node', program('serve-and-stay.mjs'), String(port)] });
    const [owner] = (await targetOn(port)).owners;
    if (!owner) throw new Error('nobody there');
    expect(await restarter.readOutput(owner)).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });
});
