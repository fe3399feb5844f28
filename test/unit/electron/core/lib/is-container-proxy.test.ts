import { expect, test } from 'vitest';
import { isContainerProxy } from '../../../../../electron/core/lib/is-container-proxy.ts';

const holder = (name: string, ...command: readonly string[]) => ({ name, command });

test.each([
  'docker-proxy',
  'rootlessport',
  'rootlesskit',
  'conmon',
  'pasta.avx2',
  'com.docker.backend',
  'com.docker.backend.exe',
  'vpnkit.exe',
  'OrbStack Helper',
  'limactl',
  'gvproxy',
  'wslrelay.exe',
])('knows %s', (name) => {
  expect(isContainerProxy(holder(name))).toBe(true);
});

test.each(['node', 'nginx', 'docker', 'sshd', 'containerd', 'java.exe'])('lets %s be', (name) => {
  expect(isContainerProxy(holder(name))).toBe(false);
});

test('tells the ssh of a virtual machine from the tunnel of a person', () => {
  const lima = ['ssh', '-F', '/dev/null', '-o', 'ControlPath="/Users/ann/.lima/docker/ssh.sock"', '-N'];
  const colima = ['ssh', '-F', '/Users/ann/.colima/_lima/colima/ssh.config', '-N'];
  const podman = ['ssh', '-i', '/Users/ann/.local/share/containers/podman/machine/machine', '-N'];
  for (const command of [lima, colima, podman])
    expect(isContainerProxy(holder('ssh', ...command))).toBe(true);
  expect(isContainerProxy(holder('ssh', 'ssh', '-L', '5432:db:5432', 'bastion'))).toBe(false);
});
