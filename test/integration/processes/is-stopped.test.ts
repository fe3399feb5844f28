import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { isStoppedByPs } from '../../../electron/core/processes/is-stopped-by-ps.ts';
import { isStoppedOnLinux } from '../../../electron/core/processes/linux/is-stopped.ts';
import { isLinux } from '../../helpers/is-linux.ts';
import { startProgram } from '../../helpers/start-program.ts';

const ways = [
  ['/proc', isStoppedOnLinux, isLinux],
  ['ps', isStoppedByPs, hasPs()],
] as const;

function hasPs(): boolean {
  try {
    execFileSync('ps', ['-o', 'state=', '-p', String(process.pid)], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn('SKIPPED: there is no ps here that knows states.');
    return false;
  }
}

for (const [name, isStopped, isThere] of ways) {
  describe.skipIf(!isThere)(`a stopped process, by ${name}`, () => {
    test('is told from one that runs', async () => {
      const { pid } = await startProgram('listen.mjs');
      expect(await isStopped(pid)).toBe(false);
      process.kill(pid, 'SIGSTOP');
      await expect.poll(() => isStopped(pid)).toBe(true);
      process.kill(pid, 'SIGCONT');
      await expect.poll(() => isStopped(pid)).toBe(false);
    });

    test('is not one that does not exist', async () => {
      expect(await isStopped(4_194_304)).toBe(false);
    });
  });
}
