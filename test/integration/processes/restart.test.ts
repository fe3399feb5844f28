import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isLinux } from '../../helpers/is-linux.ts';
import { isAlive } from '../../helpers/linux-kill.ts';
import {
  launch,
  openRestarter,
  ownPort,
  program,
  restart,
  startedWith,
  targetOn,
} from '../../helpers/restart-world.ts';
import { python } from '../../helpers/start-python.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

if (!isLinux)
  console.warn('SKIPPED: programs are restarted on Linux only; elsewhere their environment cannot be read.');

const rounds = 20;
const raw = Buffer.from([0x62, 0xff, 0xfe, 0x80]);
const textArguments = ['', 'two\nlines', 'a \'quoted\' "word"', 'grüße 日本', '--', '$HOME'];
const textEnvironment = [
  'ZÜRICH=é',
  'EMPTY=',
  'LINES=one\ntwo',
  'BASH_FUNC_x%%=() { :; }',
  'A=b=c',
  `PATH=${process.env.PATH}`,
  'PWD=/elsewhere',
];

describe.skipIf(!isLinux)('restartPort', () => {
  describe.each([
    { kind: 'node', executable: process.execPath, file: program('serve-and-stay.mjs') },
    { kind: 'python', executable: python, file: program('serve_and_stay.py') },
  ])('a $kind server', ({ kind, executable, file }) => {
    test.each([
      { what: 'text', more: [] as Buffer[], env: [] as Buffer[] },
      { what: 'bytes that are no text', more: [raw], env: [Buffer.concat([Buffer.from('RAW='), raw])] },
    ])(
      `comes back ${rounds} of ${rounds} times with the same $what`,
      { timeout: 120_000 },
      async ({ more, env }) => {
        const { restarter } = await openRestarter();
        const cwd = path.join(await temporaryFolder(), 'grüße ort');
        await mkdir(cwd);
        const port = await ownPort();
        const first = await launch({
          program: executable,
          argv: [kind, file, String(port), ...textArguments, ...more],
          env: [...textEnvironment, ...env],
          cwd,
        });
        const before = startedWith(first.pid);
        for (let round = 1; round <= rounds; round += 1) {
          const result = await restart(restarter, port);
          expect(result).toMatchObject({ port, outcome: 'back', exitCode: null, signal: null });
          expect(result.message).toMatch(new RegExp(`is back on ${port} after \\d+\\.\\d s\\.$`));
          const [owner] = (await targetOn(port)).owners;
          expect(owner).toEqual({ pid: result.process?.pid, startTime: result.process?.startTime });
          expect(startedWith(owner?.pid ?? 0)).toEqual(before);
        }
        expect(isAlive(first.pid)).toBe(false);
      },
    );
  });
});
