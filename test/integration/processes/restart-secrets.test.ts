import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createHandlers } from '../../../electron/api/create-handlers.ts';
import { plainShell } from '../../../electron/api/shell-services.ts';
import { createCore } from '../../../electron/core/create-core.ts';
import { systemClock } from '../../../electron/core/lib/clock.ts';
import { forkNodeProgram } from '../../../electron/core/lib/fork-node-program.ts';
import { createLinuxLaunchRecords } from '../../../electron/core/processes/linux/linux-launch-records.ts';
import { OutputFolder } from '../../../electron/core/processes/output-folder.ts';
import { StartError, startFromRecord } from '../../../electron/core/processes/start-from-record.ts';
import { SilentLog } from '../../fakes/silent-log.ts';
import { isLinux } from '../../helpers/is-linux.ts';
import { realReader } from '../../helpers/linux-kill.ts';
import { endWithTest, launch, ownPort, program, startedWith, targetOn } from '../../helpers/restart-world.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

if (!isLinux) console.warn('SKIPPED: environments are read on Linux only.');

/** Told in two parts, so that this file does not hold it either. */
const secret = ['s3cret', process.pid, 'token'].join('-');

async function serveWithSecret(raw: boolean) {
  const port = await ownPort();
  const env = [
    `TOKEN=${secret}`,
    `PATH=${process.env.PATH}`,
    ...(raw ? [Buffer.from('RAW=\xff', 'latin1')] : []),
  ];
  const argv = ['node', program('serve-and-stay.mjs'), String(port)];
  return { ...(await launch({ program: process.execPath, argv, env })), port };
}

/** Only a core that stays, and so scans in a worker, offers an undo. */
const built = path.resolve(import.meta.dirname, '../../../dist/node');

describe.skipIf(!isLinux)('a secret in the environment', () => {
  test.each([
    { raw: false, how: 'by Node' },
    { raw: true, how: 'by another program' },
  ])('reaches the restarted program $how, and neither log, file, answer nor other users', async ({ raw }) => {
    const folder = await temporaryFolder();
    const log = new SilentLog();
    const host = {
      version: '1.2.3',
      platform: 'linux',
      dataFolder: folder,
      clock: systemClock,
      log,
      folderProgramFile: path.join(built, 'folder-program.js'),
      startNodeProgram: forkNodeProgram,
    } as const;
    const core = createCore({ ...host, scanWorkerFile: path.join(built, 'scan-worker.js') });
    const handlers = createHandlers(core, core.attend(), plainShell([]));
    const context = { signal: new AbortController().signal };
    const { port } = await serveWithSecret(raw);
    const answers: unknown[] = [];

    const stopWatching = watchCommandLines(answers);
    const restarted = await handlers['ports.restart']({ target: await targetOn(port) }, context);
    answers.push(restarted);
    const target = await targetOn(port);
    const [owner] = target.owners;
    if (!owner) throw new Error('it is not back');
    endWithTest(owner.pid);
    expect(startedWith(owner.pid).environment).toContain(secret);

    answers.push(await handlers['processes.output'](owner, context));
    answers.push(await handlers['processes.read'](owner, context));
    const killed = await handlers['ports.kill']({ targets: [target], force: false }, context);
    answers.push(killed);
    const id = killed.ok ? killed.value.results[0]?.undo?.id : undefined;
    const undone = await handlers['ports.undo-kill']({ id: id ?? '' }, context);
    answers.push(undone, core.snapshot());
    const [again] = (await targetOn(port)).owners;
    endWithTest(again?.pid);
    expect(startedWith(again?.pid ?? 0).environment).toContain(secret);
    await stopWatching();
    await core.close();

    expect(undone).toMatchObject({ ok: true, value: { results: [{ outcome: 'back' }] } });
    expect(tells(JSON.stringify(answers))).toBe(false);
    expect(log.lines.join('\n')).not.toContain(secret);
    expect(execFileSync('find', [folder, '-type', 'f']).toString()).toContain('.log');
    expect(filesWith(folder)).toBe('');
  });

  test('does not show in a record that is printed, sent or thrown', async () => {
    const { pid } = await serveWithSecret(false);
    const process = (await realReader.identify([pid])).get(pid);
    if (!process) throw new Error('it has ended');
    const record = await createLinuxLaunchRecords(realReader).read(process);
    if (record.kind !== 'complete') throw new Error('incomplete');
    expect(record.environment.entries().map(String)).toContain(`TOKEN=${secret}`);
    expect(tells(shown(record))).toBe(false);
    expect(tells(JSON.stringify(record))).toBe(false);
    expect(tells(shown(structuredClone(record)))).toBe(false);
    expect(tells(shown({ bytes: Buffer.from(secret) }))).toBe(true);
    expect(tells(JSON.stringify({ bytes: Buffer.from(secret) }))).toBe(true);

    const gone = { path: Buffer.from('/nowhere/program'), state: 'present' as const };
    const output = new OutputFolder(await temporaryFolder(), systemClock);
    const world = {
      processes: realReader,
      clock: systemClock,
      output,
      ownUmask: record.umask,
      exactLauncher: null,
    };
    const error = await startFromRecord({ ...record, executable: gone }, world).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(StartError);
    expect(tells(shown(error))).toBe(false);
    expect(String(error)).toContain('the system refused it (ENOENT)');
  });
});

function shown(value: unknown): string {
  return inspect(value, { depth: 9, showHidden: true, maxStringLength: null, maxArrayLength: null });
}

/** As text, or byte by byte as Node prints a buffer and as JSON holds one. */
function tells(text: string): boolean {
  const bytes = [...Buffer.from(secret)];
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return [secret, hex, bytes.join(',')].some((form) => text.includes(form));
}

function filesWith(folder: string): string {
  try {
    return execFileSync('grep', ['-rl', secret, folder]).toString();
  } catch {
    return '';
  }
}

/** Looks at every command line of the machine, which all users may read, as often as it can. */
function watchCommandLines(into: unknown[]): () => Promise<void> {
  const found = new Set<string>();
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      for (const line of commandLines()) if (line.includes(secret)) found.add(line);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  })();
  return async () => {
    isOver = true;
    await watching;
    into.push(...found);
  };
}

function commandLines(): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
      } catch {
        return '';
      }
    });
}
