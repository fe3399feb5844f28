import { expect, test } from 'vitest';
import { containerOfCgroup } from '../../../../../electron/core/containers/container-of-cgroup.ts';
import { readCapture } from '../../../../helpers/captures.ts';

function read(name: string): string {
  return readCapture(`docker/cgroup-${name}.txt`).toString('utf8');
}

test.each([
  ['v1-docker-centos', '9ec39b91f3d70e1beff50a308f77067065ea6be0d91a3378375056cd4422cf3d'],
  ['v1-docker-cgroupfs', '611a8d133d2c636e777745e4dbb1d5866a068fe0f6cc87033e52fe139fca5ba1'],
  ['v2-docker', '47335b04ebb4aefdc353dda62ddd38e5e1e00fc1372f0c8d0138417f0ccb9e6c'],
  ['v2-podman-rootless', '974a75c8cf45648fcc6e718ba92ee1f2034463674f0d5b0c50f5cab041a4cbd6'],
  ['v1-kubernetes-containerd', 'ee4b20e90ac7f42a10bd004d05646b13d8ab5e2c5e7cbc01abf8006bac016459'],
  ['v1-kubernetes-crio', '5eed917563583925ffdbd40a64efb2aaffe58638e57add8becaf460fe74f5b1c'],
  ['v1-kubernetes-conmon', '927cffdca4f374600fe49a62bfd7f2e73ea6d37cdafb1bf8f89afb64d7e6c6a5'],
])('finds the container of %s', (name, id) => {
  expect(containerOfCgroup(read(name))).toBe(id);
});

test.each(['v1-host', 'v1-dockerd', 'v2-containerd-shim', 'v2-podman-unshare'])(
  'sees that %s is in none',
  (name) => {
    expect(containerOfCgroup(read(name))).toBeNull();
  },
);

test('names the outermost of containers within each other', () => {
  const outer = 'a'.repeat(64);
  expect(containerOfCgroup(`0::/docker/${outer}/docker/${'b'.repeat(64)}`)).toBe(outer);
});

test('takes no other long name for a container', () => {
  expect(containerOfCgroup('')).toBeNull();
  expect(containerOfCgroup(`0::/system.slice/${'a'.repeat(64)}.service`)).toBeNull();
  expect(containerOfCgroup(`0::/build/${'a'.repeat(65)}`)).toBeNull();
  expect(containerOfCgroup(`0::/x${'a'.repeat(64)}`)).toBeNull();
});
