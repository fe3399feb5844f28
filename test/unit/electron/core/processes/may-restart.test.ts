import { describe, expect, test } from 'vitest';
import {
  type CompleteRecord,
  SecretEnvironment,
  type StandardInput,
} from '../../../../../electron/core/processes/launch-record.ts';
import { mayRestart, type RestartCircumstances } from '../../../../../electron/core/processes/may-restart.ts';

const place = (path: string, state: CompleteRecord['folder']['state'] = 'present') => ({
  path: Buffer.from(path),
  state,
});

const record = (changes: Partial<CompleteRecord> = {}): CompleteRecord => ({
  kind: 'complete',
  process: { pid: 812, startTime: 1_700_000_000_000, name: 'node' },
  argv: ['node', 'server.js'].map((word) => Buffer.from(word)),
  environment: new SecretEnvironment([Buffer.from('PATH=/bin')]),
  executable: place('/usr/bin/node'),
  folder: place('/home/maya/shop'),
  umask: 0o22,
  user: { uid: 1000, gid: 1000, isMixed: false },
  stdin: { kind: 'null' },
  stdout: { kind: 'terminal' },
  stderr: { kind: 'terminal' },
  isElsewhere: false,
  ...changes,
});

const circumstances: RestartCircumstances = {
  ownPid: 4,
  own: { uid: 1000, gid: 1000, umask: 0o22 },
  supervisor: null,
  hasExactLauncher: false,
};

const refusal = (changes: Partial<CompleteRecord>, others: Partial<RestartCircumstances> = {}) =>
  mayRestart(record(changes), { ...circumstances, ...others });
const variable = (...entries: readonly string[]) => ({
  environment: new SecretEnvironment(entries.map((entry) => Buffer.from(entry, 'latin1'))),
});

describe('mayRestart', () => {
  test('lets a plain server be restarted', () => {
    expect(refusal({})).toBeNull();
  });

  test.each<[string, Partial<CompleteRecord>, string]>([
    ['a deleted program', { executable: place('/srv/server', 'missing') }, '/srv/server was deleted'],
    ['a deleted folder', { folder: place('/srv/ort', 'missing') }, '/srv/ort, was deleted'],
    ['another folder of its name', { folder: place('/srv/ort', 'replaced') }, '/srv/ort, was deleted'],
    ['a container', { isElsewhere: true }, 'container'],
    ['another user', { user: { uid: 0, gid: 0, isMixed: false } }, 'another user'],
    ['another group', { user: { uid: 1000, gid: 7, isMixed: false } }, 'another group'],
    ['rights of two users', { user: { uid: 1000, gid: 1000, isMixed: true } }, 'two users'],
    ['a channel to its parent', variable('NODE_CHANNEL_FD=3'), 'keeps talking to'],
    ['handed sockets', variable('LISTEN_FDS=1', 'LISTEN_PID=812'), 'socket activation'],
    ['an umask of its own', { umask: 0o77 }, 'neither is installed'],
    ['bytes that are no text', variable('A=\xff'), 'neither is installed'],
    ['a variable given twice', variable('A=1', 'A=2'), 'a variable twice'],
  ])('refuses %s', (_what, changes, reason) => {
    expect(refusal(changes)).toContain(reason);
    expect(refusal(changes)).toContain('node (pid 812)');
  });

  test.each<[string, Partial<CompleteRecord>]>([
    ['a program that was built in the meantime', { executable: place('/srv/server', 'replaced') }],
    ['sockets handed to another', variable('LISTEN_FDS=1', 'LISTEN_PID=81')],
    ['a variable that only begins like a channel', variable('NODE_CHANNEL_FD_X=3')],
  ])('lets %s be restarted', (_what, changes) => {
    expect(refusal(changes)).toBeNull();
  });

  test.each<[StandardInput, string | null]>([
    [{ kind: 'null' }, null],
    [{ kind: 'closed' }, null],
    [{ kind: 'terminal' }, null],
    [{ kind: 'file', path: Buffer.from('/srv/in'), isGone: false }, null],
    [{ kind: 'file', path: Buffer.from('/srv/in'), isGone: true }, 'a file that is gone: /srv/in'],
    [{ kind: 'other' }, 'cannot be opened again'],
    [{ kind: 'pipe', isRead: false, hasWriter: true }, null],
    [{ kind: 'pipe', isRead: true, hasWriter: true }, 'waits for input'],
    [{ kind: 'pipe', isRead: false, hasWriter: false }, 'closed by now'],
    [{ kind: 'socket', isRead: false, isPair: true }, null],
    [{ kind: 'socket', isRead: true, isPair: true }, 'waits for input'],
    [{ kind: 'socket', isRead: false, isPair: false }, 'one connection'],
  ])('decides about an input of %j', (stdin, reason) => {
    if (reason === null) expect(refusal({ stdin })).toBeNull();
    else expect(refusal({ stdin })).toContain(reason);
  });

  test('refuses Berth itself and what a supervisor looks after, before all else', () => {
    expect(refusal({ isElsewhere: true }, { ownPid: 812 })).toContain('Berth itself');
    expect(refusal({ isElsewhere: true }, { supervisor: 'nodemon (pid 7)' })).toContain('nodemon (pid 7)');
  });

  test('can start what needs an umask or bytes where there is a launcher', () => {
    expect(refusal({ umask: 0o77, ...variable('A=\xff') }, { hasExactLauncher: true })).toBeNull();
  });

  test('names everything that is missing of an incomplete record', () => {
    const incomplete = {
      kind: 'incomplete',
      process: record().process,
      reasons: ['command-overwritten', 'environment-overwritten'],
    } as const;
    const reason = mayRestart(incomplete, circumstances);
    expect(reason).toContain('written a title over its arguments');
    expect(reason).toContain('and it has written over its environment');
  });
});
