import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { KillResult } from '../../../shared/contract/kill.ts';
import { bundleForNode } from '../../helpers/bundle-for-node.ts';
import { isLinux } from '../../helpers/is-linux.ts';
import { canListen, isAlive, killDependencies } from '../../helpers/linux-kill.ts';
import { startProgram } from '../../helpers/start-program.ts';

const run = promisify(execFile);
const isPermitted = isLinux && spawnSync('unshare', ['--pid', '--fork', '--mount-proc', 'true']).status === 0;

if (!isPermitted) console.warn('SKIPPED: no pid namespace may be made here, so no pid 1 was spared.');

describe.skipIf(!isPermitted)('killPorts', () => {
  test('refuses to end the first process, which listens', async () => {
    const killOne = await bundleForNode('kill-one.ts');
    const listen = await bundleForNode('listen.mjs');
    const outer = await startProgram<{ pid: number; port: number }>('/usr/bin/unshare', {
      interpreter: '/usr/bin/env',
      args: ['--pid', '--fork', '--mount-proc', '--kill-child', process.execPath, listen],
    });
    expect(outer.told.pid).toBe(1);
    const family = await killDependencies().families.list();
    const first = family.find(({ parentPid }) => parentPid === outer.pid);
    // Entered from outside, so that pid 1 is no ancestor of the one that ends.
    const args = [
      '-t',
      String(first?.pid),
      '-p',
      '-m',
      process.execPath,
      killOne,
      String(outer.told.port),
      '1',
    ];
    const { stdout } = await run('nsenter', args);
    const result = JSON.parse(stdout) as KillResult;
    expect(result).toMatchObject({ outcome: 'refused', signals: [] });
    expect(result.message).toContain('first process of the system');
    expect(isAlive(first?.pid ?? 0)).toBe(true);
    expect(await canListen(outer.told.port)).toBe(false);
  });
});
