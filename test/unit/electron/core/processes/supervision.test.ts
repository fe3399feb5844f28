import { describe, expect, test } from 'vitest';
import type { ProcessAncestor, ProcessFacts } from '../../../../../electron/core/processes/process-reader.ts';
import {
  isOfItsService,
  isOfUserManager,
  knownRestarter,
  launchdService,
  namelessContainer,
  systemdUnit,
  windowsService,
} from '../../../../../electron/core/processes/supervision.ts';
import { ancestors, facts } from '../../../../fakes/process-facts.ts';

const program = (above: readonly ProcessAncestor[], changes: Partial<ProcessFacts> = {}) => ({
  facts: facts(changes),
  ancestors: above,
});
const above = (name: string, command: readonly string[]): ProcessAncestor => ({
  pid: 700,
  name,
  command,
  executable: null,
});
const marks = (entries: Record<string, string> = {}) => new Map(Object.entries(entries));

describe('knownRestarter', () => {
  const web = marks({ SUPERVISOR_PROCESS_NAME: 'web', SUPERVISOR_GROUP_NAME: 'web' });
  const supervisord = (...words: string[]) =>
    knownRestarter(
      program([above('supervisord', ['/usr/bin/python3', '/usr/bin/supervisord', ...words])]),
      web,
    );

  test('stops a program of supervisord by its name', () => {
    expect(supervisord()).toMatchObject({
      name: 'supervisord (pid 700)',
      command: ['supervisorctl', 'stop', 'web'],
      restarts: true,
    });
  });

  test.each([
    [
      ['-n', '-c', '/etc/s.conf'],
      ['-c', '/etc/s.conf'],
    ],
    [['--configuration=/etc/s.conf'], ['-c', '/etc/s.conf']],
    [['-c', 'relative.conf'], []],
  ])('passes on the configuration of supervisord: %j', (words, expected) => {
    expect(supervisord(...words)?.command).toEqual(['supervisorctl', ...expected, 'stop', 'web']);
  });

  test('names the group of a program of supervisord that is one of several', () => {
    const one = marks({ SUPERVISOR_PROCESS_NAME: 'web_01', SUPERVISOR_GROUP_NAME: 'web' });
    expect(knownRestarter(program(ancestors('supervisord')), one)?.command).toEqual([
      'supervisorctl',
      'stop',
      'web:web_01',
    ]);
  });

  test('has no command where the name would be an option', () => {
    const evil = marks({ SUPERVISOR_PROCESS_NAME: '--all' });
    expect(knownRestarter(program(ancestors('supervisord')), evil)?.command).toBeNull();
    expect(systemdUnit('-H.service', false, 'always').command).toBeNull();
  });

  test('stops an application of pm2 by its name', () => {
    const god = program(ancestors('PM2 v5.4.2: God Daemon (/home/ann/.pm2)'));
    expect(knownRestarter(god, marks({ pm_id: '0', name: 'shop' }))?.command).toEqual([
      'pm2',
      'stop',
      'shop',
    ]);
    expect(knownRestarter(god, marks({ name: 'shop' }))?.command).toBeNull();
  });

  test('stops what forever keeps by its pid', () => {
    const monitor = above('node', ['node', '/usr/lib/node_modules/forever/bin/monitor', 'server.js']);
    expect(knownRestarter(program([monitor]), marks())).toMatchObject({
      name: 'forever (pid 700)',
      command: ['forever', 'stop', '812'],
    });
  });

  test('knows nodemon without a command of its own', () => {
    expect(knownRestarter(program(ancestors('sh', 'nodemon', 'bash')), marks())).toMatchObject({
      name: 'nodemon (pid 699)',
      command: null,
    });
  });

  test.each(['sshd', 'tmux: server', 'alacritty', 'cron'])('looks no further than %s', (host) => {
    expect(knownRestarter(program(ancestors('bash', host, 'supervisord')), web)).toBeNull();
  });
});

describe('services', () => {
  test('a unit is stopped by systemctl', () => {
    expect(systemdUnit('nginx.service', false, 'always')).toMatchObject({
      name: 'systemd unit nginx.service',
      command: ['systemctl', 'stop', 'nginx.service'],
      restarts: true,
    });
    expect(systemdUnit('web.service', true, null).command).toEqual([
      'systemctl',
      '--user',
      'stop',
      'web.service',
    ]);
  });

  test.each([
    ['no', false],
    ['on-watchdog', false],
    ['on-failure', true],
    [null, true],
  ])('a unit with Restart=%s starts it again: %s', (policy, expected) => {
    expect(systemdUnit('web.service', false, policy).restarts).toBe(expected);
  });

  test('a login service is not what keeps a program of that login', () => {
    const service = { service: 'ssh.service' };
    expect(isOfItsService(program(ancestors('bash', 'sshd', 'systemd'), service))).toBe(false);
    expect(isOfItsService(program(ancestors('sh', 'systemd'), service))).toBe(true);
    expect(isOfItsService(program(ancestors('systemd')))).toBe(false);
  });

  test("the user's own systemd is told from the system's", () => {
    expect(isOfUserManager(program(ancestors('sh', 'systemd', 'systemd')))).toBe(true);
    expect(isOfUserManager(program(ancestors('sh', 'systemd')))).toBe(false);
  });

  test('an agent of macOS is stopped in the domain of its user, a daemon in that of the system', () => {
    expect(launchdService('org.nginx', 501, 'ann').command).toEqual([
      'launchctl',
      'bootout',
      'gui/501/org.nginx',
    ]);
    expect(launchdService('org.nginx', 0, 'root').command).toEqual([
      'launchctl',
      'bootout',
      'system/org.nginx',
    ]);
  });

  test('one of several services in one process of Windows cannot be told', () => {
    expect(windowsService('W3SVC').command).toEqual(['sc.exe', 'stop', 'W3SVC']);
    expect(windowsService('Dhcp, EventLog').command).toBeNull();
  });

  test("what passes on a container's port is no program to end", () => {
    expect(namelessContainer(program([], { name: 'docker-proxy' }))).toMatchObject({ isProxy: true });
    expect(namelessContainer(program([]))).toBeNull();
  });
});
