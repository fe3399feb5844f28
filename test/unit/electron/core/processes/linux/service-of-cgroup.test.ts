import { expect, test } from 'vitest';
import { serviceOfCgroup } from '../../../../../../electron/core/processes/linux/service-of-cgroup.ts';

const user = '0::/user.slice/user-1000.slice/user@1000.service';

test.each([
  ['0::/system.slice/nginx.service', 'nginx.service'],
  ['0::/system.slice/nginx.service/payload', 'nginx.service'],
  ['0::/system.slice/system-getty.slice/getty@tty1.service', 'getty@tty1.service'],
  ['12:cpu:/\n1:name=systemd:/system.slice/cron.service\n0::/system.slice/other.service', 'cron.service'],
  ['9:name=systemd:/\n0::/system.slice/ssh.service', 'ssh.service'],
  [`${user}/app.slice/syncthing.service`, 'syncthing.service'],
  ['0::/system.slice/_cpu.service', 'cpu.service'],
])('finds the unit in %j', (content, unit) => {
  expect(serviceOfCgroup(`${content}\n`)).toBe(unit);
});

test.each([
  '0::/',
  '',
  'not a cgroup file',
  `${user}/init.scope`,
  `${user}/app.slice/app-gnome-terminal-4711.scope`,
  user,
  '0::/user.slice/user-1000.slice/session-3.scope',
  '0::/system.slice/docker-3f2a.scope',
  '0::/docker/3f2a',
  '8:pids:/system.slice/nginx.service',
])('finds none in %j', (content) => {
  expect(serviceOfCgroup(content)).toBeNull();
});
