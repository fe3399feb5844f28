import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { bundleForNode } from '../../helpers/bundle-for-node.ts';
import { isLinux } from '../../helpers/is-linux.ts';

const run = promisify(execFile);
/** The first process of the new namespace is a shell, which collects what Node does not. */
const inOwnNamespace = ['--pid', '--fork', '--mount-proc', '--kill-child', 'sh', '-c'];

const isPermitted =
  isLinux &&
  (await run('unshare', [...inOwnNamespace, 'echo 300 > /proc/sys/kernel/ns_last_pid']).then(
    () => true,
    () => false,
  ));

if (!isPermitted) console.warn('SKIPPED: this user may not choose pids, so no pid was really used again.');

describe.skipIf(!isPermitted)('killPorts', () => {
  test('sends no signal to the process that got the pid of the one that was chosen', async () => {
    const program = await bundleForNode('reuse-pids.ts');
    const command = `"${process.execPath}" "${program}" 150; exit $?`;
    const { stdout } = await run('unshare', [...inOwnNamespace, command]);
    const { reused, strangersHit } = JSON.parse(stdout);
    expect(strangersHit).toBe(0);
    expect(reused).toBeGreaterThan(100);
  });
});
