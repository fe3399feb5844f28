/** A process that holds a port, as far as it takes to see whether it holds it for a container. */
export interface PortHolder {
  readonly name: string;
  readonly command: readonly string[];
}

/** Docker, its rootless mode and Docker Desktop; Podman; OrbStack; Lima (Colima, Rancher Desktop); WSL. */
const proxies = new Set([
  ...['docker-proxy', 'dockerd', 'rootlesskit', 'rootlesskit-docker-proxy'],
  ...['com.docker.backend', 'com.docker.vpnkit', 'vpnkit', 'vpnkit-bridge'],
  ...['rootlessport', 'conmon', 'pasta', 'pasta.avx2', 'slirp4netns', 'gvproxy', 'win-sshproxy'],
  ...['orbstack', 'orbstack helper', 'limactl', 'host-switch'],
  ...['wslrelay', 'wslhost'],
]);

/** Lima and the machines of Podman pass ports on with ssh, which is named by the files it uses. */
const machineFiles =
  /[\\/]\.?(lima|colima|rd[\\/]lima|rancher-desktop)[\\/]|podman-machine|containers[\\/]podman[\\/]machine/;

/** Whether it passes a port on into containers. It is never to be ended for one of its ports: it may hold many. */
export function isContainerProxy({ name, command }: PortHolder): boolean {
  const base = name.toLowerCase().replace(/\.exe$/, '');
  if (base === 'ssh') return command.some((argument) => machineFiles.test(argument));
  return proxies.has(base) || base.startsWith('orbstack helper');
}
