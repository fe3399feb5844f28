import { describe, expect, test } from 'vitest';
import type { KillResult } from '../../../shared/contract/kill.ts';
import type { KillPlanDocument } from '../../../shared/contract/kill-plan.ts';
import { bundleForNode } from '../../helpers/bundle-for-node.ts';
import { isLinux } from '../../helpers/is-linux.ts';
import { canListen, isAlive } from '../../helpers/linux-kill.ts';
import { startProgram } from '../../helpers/start-program.ts';

const isRoot = isLinux && process.getuid?.() === 0;
const nobody = 65_534;

if (!isRoot) console.warn('SKIPPED: only root can become another user, so denied signals were not tested.');

describe.skipIf(!isRoot)('killPorts as another user', () => {
  test("says that root's process may not be ended and what would be allowed", async () => {
    const program = await bundleForNode('kill-one.ts');
    const { told } = await startProgram('listen.mjs');
    const { told: result } = await startProgram<KillResult>(program, {
      args: [String(told.port), String(told.pid)],
      uid: nobody,
    });
    expect(result).toMatchObject({ port: told.port, outcome: 'denied', signals: [] });
    expect(result.message).toContain('belongs to user root');
    expect(result.message).toContain(`sudo berth kill ${told.port}`);
    expect(isAlive(told.pid)).toBe(true);
    expect(await canListen(told.port)).toBe(false);
  });

  test("plans nothing for root's port but the command that would do it", async () => {
    const program = await bundleForNode('plan-one.ts');
    const { told } = await startProgram('listen.mjs');
    const { told: planned } = await startProgram<KillPlanDocument>(program, {
      args: [String(told.port), String(told.pid)],
      uid: nobody,
    });
    expect(planned.targets).toMatchObject([
      { verdict: 'hidden', processes: [], elevated: `sudo berth kill ${told.port}` },
    ]);
    expect(planned.targets[0]?.reason).toContain('user root');
  });

  test('ends a process of its own', async () => {
    const program = await bundleForNode('kill-one.ts');
    const { told } = await startProgram(await bundleForNode('listen.mjs'), { uid: nobody });
    const { told: result } = await startProgram<KillResult>(program, {
      args: [String(told.port), String(told.pid)],
      uid: nobody,
    });
    expect(result).toMatchObject({ outcome: 'freed', signals: ['SIGTERM'] });
    expect(await canListen(told.port)).toBe(true);
  });
});
