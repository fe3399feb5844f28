import { describe, expect, test } from 'vitest';
import type { ProcessFacts } from '../../../../../electron/core/processes/process-reader.ts';
import {
  isRespawn,
  type KnownProgram,
  nameSupervisor,
} from '../../../../../electron/core/processes/supervisor.ts';
import { ancestors, facts } from '../../../../fakes/process-facts.ts';

function program(above: readonly string[], changes: Partial<ProcessFacts> = {}): KnownProgram {
  return { facts: facts(changes), ancestors: ancestors(...above) };
}

describe('isRespawn', () => {
  test('knows the same program under another pid', () => {
    expect(isRespawn(program(['bash']), program(['systemd'], { pid: 900 }))).toBe(true);
  });

  test('does not take two programs of one shell for one', () => {
    expect(isRespawn(program(['bash']), program(['bash'], { pid: 900, command: ['node', 'other.js'] }))).toBe(
      false,
    );
  });

  test('knows what its parent started again with other arguments', () => {
    const after = program(['bash'], { pid: 900, command: ['node', 'server.js', '--port=1'] });
    expect(isRespawn(program(['bash']), after)).toBe(true);
    expect(isRespawn(program(['systemd']), { ...after, ancestors: ancestors('systemd') })).toBe(false);
  });

  test('knows another program of the same unit', () => {
    const before = program(['systemd'], { service: 'web.service' });
    const after = program(['systemd'], { service: 'web.service', command: ['node', 'other.js'] });
    expect(isRespawn(before, after)).toBe(true);
  });

  test('does not take two programs of one login service for one', () => {
    const before = program(['bash', 'sshd', 'systemd'], { service: 'ssh.service' });
    const after = program(['bash', 'sshd', 'systemd'], { service: 'ssh.service', command: ['other'] });
    expect(isRespawn(before, after)).toBe(false);
  });

  test('knows another program of the same supervisor', () => {
    const after = program(['sh', 'nodemon', 'bash'], { command: ['node', 'server.js', '--again'] });
    expect(isRespawn(program(['sh', 'nodemon', 'bash']), after)).toBe(true);
  });
});

describe('nameSupervisor', () => {
  const name = (before: KnownProgram, after = before, platform: 'linux' | 'darwin' | 'win32' = 'linux') =>
    nameSupervisor(before, after, platform);

  test('names the unit of a service and how to stop it', () => {
    expect(name(program(['systemd'], { service: 'nginx.service' }))).toEqual({
      name: 'systemd unit nginx.service',
      advice: 'use `systemctl stop nginx.service`',
    });
  });

  test("names a unit of the user's own systemd", () => {
    expect(name(program(['systemd', 'systemd'], { service: 'web.service' }))?.advice).toContain(
      '--user stop web.service',
    );
  });

  test.each([
    ['nodemon', 'nodemon (pid 699)'],
    ['supervisord', 'supervisord (pid 699)'],
    ['PM2 v5.4.2: God Daemon (/home/ann/.pm2)', 'PM2 v5.4.2: God Daemon (/home/ann/.pm2) (pid 699)'],
    ['containerd-shim-runc-v2', 'containerd-shim-runc-v2 (pid 699)'],
  ])('names %s', (supervisor, expected) => {
    expect(name(program(['sh', supervisor, 'bash']))?.name).toBe(expected);
  });

  test('knows a supervisor that is a script', () => {
    const [shell, node] = ancestors('sh', 'node');
    if (!shell || !node) throw new Error('two ancestors');
    const script = { ...node, command: ['node', '/usr/lib/node_modules/.bin/nodemon', 'server.js'] };
    expect(name({ facts: facts(), ancestors: [shell, script] })?.name).toBe('nodemon (pid 699)');
  });

  test('names the parent that both have', () => {
    expect(name(program(['bash', 'systemd']))?.name).toBe('bash (pid 700)');
  });

  test('does not name init, which adopts every orphan', () => {
    expect(name(program(['systemd']))).toBeNull();
  });

  test('names services of macOS and Windows', () => {
    expect(name(program(['launchd'], { service: 'org.nginx' }), undefined, 'darwin')?.name).toBe(
      'launchd service org.nginx',
    );
    expect(name(program(['services.exe'], { service: 'W3SVC' }), undefined, 'win32')?.name).toBe(
      'Windows service W3SVC',
    );
  });
});
