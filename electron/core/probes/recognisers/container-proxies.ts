import type { ProgramRule } from '../program-rule.ts';
import { wordAfter } from '../word-after.ts';

const kind = 'container';

/** What holds a port for a container. */
export const containerProxies: readonly ProgramRule[] = [
  {
    names: ['docker-proxy', 'rootlesskit-docker-proxy'],
    kind,
    product: 'Docker container',
    target: ({ owner: { command } }) => {
      const address = wordAfter(command, '-container-ip');
      return address === null ? null : `${address}:${wordAfter(command, '-container-port') ?? '?'}`;
    },
  },
  {
    names: ['dockerd', 'com.docker.backend', 'com.docker.vpnkit', 'vpnkit', 'vpnkit-bridge'],
    kind,
    product: 'Docker',
  },
  { names: ['rootlesskit'], kind, product: 'Rootless containers' },
  {
    names: ['rootlessport', 'conmon', 'pasta', 'pasta.avx2', 'slirp4netns', 'gvproxy', 'win-sshproxy'],
    kind,
    product: 'Podman container',
  },
  { names: ['orbstack', 'orbstack helper', 'host-switch'], kind, product: 'OrbStack' },
  { names: ['limactl'], kind, product: 'Lima machine' },
  { names: ['wslrelay', 'wslhost'], kind, product: 'WSL port' },
];
