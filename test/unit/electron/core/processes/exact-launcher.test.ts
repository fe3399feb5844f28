import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exactInput, exactLaunchers } from '../../../../../electron/core/processes/exact-launcher.ts';
import {
  type CompleteRecord,
  SecretEnvironment,
} from '../../../../../electron/core/processes/launch-record.ts';

const raw = Buffer.from([0x61, 0xff, 0x0a, 0x80]);
const bytes = (text: string | Buffer) => Buffer.from(text as string);

function record(argv: readonly (string | Buffer)[], env: readonly (string | Buffer)[]): CompleteRecord {
  return {
    kind: 'complete',
    process: { pid: 812, startTime: 0, name: 'cat' },
    argv: argv.map(bytes),
    environment: new SecretEnvironment(env.map(bytes)),
    executable: { path: Buffer.from('/bin/cat'), state: 'present' },
    folder: { path: Buffer.from('/usr'), state: 'present' },
    umask: 0o31,
    user: { uid: 0, gid: 0, isMixed: false },
    stdin: { kind: 'null' },
    stdout: { kind: 'null' },
    stderr: { kind: 'null' },
    isElsewhere: false,
  };
}

/** What a program that the launcher became says of itself. */
function run(
  { program, args }: (typeof exactLaunchers)[number],
  file: string,
  env: readonly (string | Buffer)[] = [],
) {
  const input = exactInput(
    record([Buffer.concat([bytes('own '), raw]), file], env),
    Buffer.from('/dev/null'),
  );
  return spawnSync(program, [...args], { input, env: {} }).stdout;
}

const here = exactLaunchers.filter(({ program }) => existsSync(program));
if (here.length === 0) console.warn('SKIPPED: neither perl nor python3 is installed.');

describe.each(here.map((launcher) => ({ program: launcher.program, launcher })))(
  '$program',
  ({ launcher }) => {
    test('hands over arguments byte for byte, the own name too', () => {
      const expected = Buffer.concat([bytes('own '), raw, bytes('\0/proc/self/cmdline\0')]);
      expect(run(launcher, '/proc/self/cmdline')).toEqual(expected);
    });

    test('hands over the environment byte for byte, in order, and nothing else', () => {
      const env = ['B=2', 'A=', 'x%%=() {\n}', Buffer.concat([bytes('R='), raw]), '7=seven', 'A.b-c=1'];
      const expected = Buffer.concat(env.flatMap((entry) => [bytes(entry), Buffer.of(0)]));
      expect(run(launcher, '/proc/self/environ', env)).toEqual(expected);
      expect(run(launcher, '/proc/self/environ')).toEqual(Buffer.alloc(0));
    });

    test('sets the umask, and ignores and blocks no signal', () => {
      const status = run(launcher, '/proc/self/status').toString('latin1');
      expect(status).toMatch(/^Umask:\t0031$/m);
      expect(status).toMatch(/^SigBlk:\t0+$/m);
      expect(status).toMatch(/^SigIgn:\t0+$/m);
    });

    test('leaves nothing of its own input to the program', () => {
      const input = exactInput(record(['cat'], []), Buffer.from('/proc/self/status'));
      expect(
        spawnSync(launcher.program, [...launcher.args], { input, env: {} }).stdout.toString('latin1'),
      ).toMatch(/^Name:/);
    });
  },
);
