import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../../../electron/core/lib/run-command.ts';
import { createDarwinElevation } from '../../../electron/core/processes/darwin/darwin-elevation.ts';
import { endScript } from '../../../electron/core/processes/darwin/end-script.ts';
import { parseEndReport } from '../../../electron/core/processes/darwin/parse-end-report.ts';
import { parsePsList } from '../../../electron/core/processes/darwin/parse-ps-list.ts';
import type { ElevatedReport } from '../../../electron/core/processes/elevation.ts';
import type { ProcessIdentity } from '../../../electron/core/processes/process-reader.ts';
import { isAlive } from '../../helpers/linux-kill.ts';
import { startProgram } from '../../helpers/start-program.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { canRunScripts, ToolFolder } from '../../helpers/tool-folder.ts';
import { until } from '../../helpers/until.ts';

// The very script that macOS runs as root, under the sh, ps and kill of this machine.

/** Who has the pid, told by the tool that the script asks: to a second, in UTC. */
async function identityOf(pid: number): Promise<ProcessIdentity> {
  const args = ['-ww', '-o', 'pid=,stat=,lstart=,ppid=,uid=,comm=', '-p', String(pid)];
  const { stdout } = await runCommand('ps', args, { timeoutMs: 5000, env: { TZ: 'UTC' } });
  const [found] = parsePsList(stdout.toString('utf8'));
  if (!found) throw new Error(`${pid} has ended`);
  return { pid, startTime: found.startTime };
}

async function run(
  processes: readonly ProcessIdentity[],
  options: { readonly force?: boolean; readonly graceMs?: number } = {},
): Promise<ElevatedReport> {
  const { force = false, graceMs = 4000 } = options;
  const script = endScript({ processes, force, graceMs, forceMs: 2000 });
  return parseEndReport(await runCommand('/bin/sh', ['-c', script], { timeoutMs: 30_000 }));
}

function states(entries: readonly (readonly [number, string])[]) {
  return { kind: 'ran', states: new Map(entries) };
}

describe.skipIf(!canRunScripts)('the script that ends processes with more rights', () => {
  test('asks the process to end, and leaves every other alone', async () => {
    const [wanted, other] = [await startProgram('listen.mjs'), await startProgram('listen.mjs')];
    expect(await run([await identityOf(wanted.pid)])).toEqual(states([[wanted.pid, 'asked']]));
    await wanted.ended;
    expect(isAlive(other.pid)).toBe(true);
  });

  test.each([-2000, -1000, 1000, 2000, 86_400_000])(
    'sends nothing to a pid that was started %i ms from the time that was seen',
    async (differenceMs) => {
      const { pid } = await startProgram('listen.mjs');
      const { startTime } = await identityOf(pid);
      const another = { pid, startTime: startTime + differenceMs };
      expect(await run([another])).toEqual(states([[pid, 'gone']]));
      expect(await run([another], { force: true })).toEqual(states([[pid, 'gone']]));
      expect(isAlive(pid)).toBe(true);
    },
  );

  test('forces what does not hear the signal', async () => {
    const { pid, ended } = await startProgram('ignore-terminate.mjs');
    expect(await run([await identityOf(pid)], { graceMs: 300 })).toEqual(states([[pid, 'forced']]));
    await ended;
  });

  test('lets one finish that needs a while', async () => {
    const file = path.join(await temporaryFolder(), 'written');
    const { pid, ended } = await startProgram('slow-flush.mjs', { args: [file, '1200'] });
    expect(await run([await identityOf(pid)], { graceMs: 20_000 })).toEqual(states([[pid, 'asked']]));
    await ended;
    expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(10);
  });

  test('sends no graceful signal when it is to force', async () => {
    const file = path.join(await temporaryFolder(), 'written');
    const { pid, ended } = await startProgram('slow-flush.mjs', { args: [file, '1200'] });
    expect(await run([await identityOf(pid)], { force: true })).toEqual(states([[pid, 'forced']]));
    await ended;
    expect(existsSync(file)).toBe(false);
  });

  test('wakes a stopped process so that it can end', async () => {
    const { pid, ended } = await startProgram('listen.mjs');
    const identity = await identityOf(pid);
    process.kill(pid, 'SIGSTOP');
    expect(await run([identity])).toEqual(states([[pid, 'asked']]));
    await ended;
  });

  test('does not wait for one that ended and that its parent does not collect', async () => {
    const { told } = await startProgram('keep_zombie.py', {
      interpreter: 'python3',
      args: [process.execPath, path.resolve(import.meta.dirname, '../../programs/listen.mjs')],
    });
    const identity = await identityOf(told.pid);
    expect(await run([identity], { graceMs: 60_000 })).toEqual(states([[told.pid, 'asked']]));
    expect(await run([identity])).toEqual(states([[told.pid, 'gone']]));
  });

  test('says of each of several what it did', async () => {
    const [plain, deaf] = [await startProgram('listen.mjs'), await startProgram('ignore-terminate.mjs')];
    const gone = await startProgram('listen.mjs');
    const identities = await Promise.all([plain.pid, deaf.pid, gone.pid].map(identityOf));
    process.kill(gone.pid, 'SIGKILL');
    await gone.ended;
    expect(await run(identities, { graceMs: 500 })).toEqual(
      states([
        [plain.pid, 'asked'],
        [deaf.pid, 'forced'],
        [gone.pid, 'gone'],
      ]),
    );
  });

  test.skipIf(process.getuid?.() !== 0)('says that it may not', async () => {
    const { pid } = await startProgram('listen.mjs');
    const script = endScript({
      processes: [await identityOf(pid)],
      force: false,
      graceMs: 200,
      forceMs: 200,
    });
    const asNobody = ['--reuid=65534', '--regid=65534', '--clear-groups', '/bin/sh', '-c', script];
    const report = parseEndReport(await runCommand('setpriv', asNobody, { timeoutMs: 10_000 }));
    expect(report).toEqual(states([[pid, 'denied']]));
    expect(isAlive(pid)).toBe(true);
  });

  test('does not depend on the language, time zone and folders of who calls it', async () => {
    const { pid, ended } = await startProgram('listen.mjs');
    const script = endScript({
      processes: [await identityOf(pid)],
      force: false,
      graceMs: 4000,
      forceMs: 2000,
    });
    const env = { LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8', TZ: 'Asia/Tokyo', PATH: '/nowhere' };
    const result = await runCommand('/bin/sh', ['-c', script], { timeoutMs: 30_000, env });
    expect(parseEndReport(result)).toEqual(states([[pid, 'asked']]));
    await ended;
  });
});

describe.skipIf(!canRunScripts)('asking macOS for an administrator', () => {
  // A program that stands in for osascript: what follows the lines of AppleScript is the script and the sentence.
  const agrees = 'while [ "$1" = -e ]; do shift 2; done; /bin/sh -c "$1" | tr "\\n" "\\r"';

  async function ask(standIn: string, kill: { readonly pid: number; readonly prompt?: string }) {
    const tools = new ToolFolder();
    const program = tools.write('osascript', standIn);
    const elevation = createDarwinElevation(program);
    const processes = [await identityOf(kill.pid)];
    const prompt = kill.prompt ?? 'Berth is about to end it.';
    const report = await elevation.end(
      { processes, prompt, force: false, graceMs: 4000, forceMs: 2000 },
      undefined,
    );
    const calls = tools.calls('osascript').join('\n');
    tools.remove();
    return { report, calls };
  }

  test('runs the script once it is agreed to', async () => {
    const { pid, ended } = await startProgram('listen.mjs');
    const { report, calls } = await ask(agrees, { pid });
    expect(report).toEqual(states([[pid, 'asked']]));
    expect(calls).toContain('with administrator privileges');
    expect(calls).toContain('Berth is about to end it.');
    await ended;
  });

  test.each([
    ['cancelled', '0:78: execution error: Vom Benutzer abgebrochen. (-128)'],
    ['not-allowed', '0:78: execution error: The administrator user name or password was incorrect. (-60005)'],
    ['no-window', '0:78: execution error: No user interaction allowed. (-1713)'],
    ['no-window', '0:78: execution error: no user interaction was possible. (-60007)'],
  ])('is %s: %s', async (refusal, complaint) => {
    const { pid } = await startProgram('listen.mjs');
    const { report } = await ask(`echo '${complaint}' >&2; exit 1`, { pid });
    expect(report).toEqual({ kind: 'refused', refusal, detail: null });
    expect(isAlive(pid)).toBe(true);
  });

  test('is an answer when osascript is missing', async () => {
    const { pid } = await startProgram('listen.mjs');
    const kill = { processes: [await identityOf(pid)], prompt: '', force: false, graceMs: 100, forceMs: 100 };
    const report = await createDarwinElevation('/nowhere/osascript').end(kill, undefined);
    expect(report).toMatchObject({ kind: 'refused', refusal: 'failed' });
  });

  test('can be called off', async () => {
    const { pid } = await startProgram('listen.mjs');
    const kill = { processes: [await identityOf(pid)], prompt: '', force: false, graceMs: 100, forceMs: 100 };
    const tools = new ToolFolder();
    const elevation = createDarwinElevation(tools.write('osascript', 'exec sleep 60'));
    const abort = new AbortController();
    const asking = elevation.end(kill, abort.signal);
    await until(() => tools.calls('osascript').length > 0);
    abort.abort();
    expect(await asking).toMatchObject({ kind: 'refused', refusal: 'unanswered' });
    tools.remove();
    expect(isAlive(pid)).toBe(true);
  });
});
