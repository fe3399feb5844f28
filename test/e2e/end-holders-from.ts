import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const cli = path.resolve(import.meta.dirname, '../../dist/node/cli.js');

/** Ends what Berth started again for a test: nothing else listens from the test's own folder. */
export async function endHoldersFrom(folder: string): Promise<void> {
  const real = await realpath(folder);
  const { stdout } = await promisify(execFile)(process.execPath, [cli, 'ls', '--json']);
  const { listeners } = JSON.parse(stdout) as {
    listeners: { owners: { pid: number; cwd: string | null }[] }[];
  };
  const owners = listeners.flatMap((listener) => listener.owners);
  for (const { pid, cwd } of owners) if (cwd === real) endQuietly(pid);
}

function endQuietly(pid: number) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
