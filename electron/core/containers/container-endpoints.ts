import type { Platform } from '../../../shared/contract/host.ts';

/** Where an engine answers. `isDefault`: where its command line tool would ask too without being told. */
export type Endpoint =
  | { readonly kind: 'socket'; readonly path: string; readonly isDefault: boolean }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number; readonly isDefault: boolean };

export interface EndpointQuestion {
  readonly platform: Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Of this user; null on Windows. */
  readonly uid: number | null;
  /** `Endpoints.docker.Host` of Docker's current context, null for the default one. */
  readonly contextHost: string | null;
}

/**
 * Every place where an engine of this machine may answer, the likeliest first and each once. What another machine
 * publishes is not on a port of this one, so hosts elsewhere are left out, and so is TCP that only a context asks for.
 */
export function containerEndpoints(question: EndpointQuestion): readonly Endpoint[] {
  const host = question.env.DOCKER_HOST || null;
  const chosen = host ?? question.contextHost;
  const told = chosen === null ? null : parseHost(chosen, host !== null);
  const candidates = [...(told ? [told] : []), ...knownPlaces(question, chosen === null)];
  const seen = new Set<string>();
  return candidates.filter((endpoint) => {
    const url = endpointUrl(endpoint);
    return seen.has(url) ? false : seen.add(url);
  });
}

/** As Docker and Podman write it: `unix:///var/run/docker.sock`, `npipe:////./pipe/docker_engine`, `tcp://127.0.0.1:2375`. */
export function endpointUrl(endpoint: Endpoint): string {
  if (endpoint.kind === 'tcp') {
    const host = endpoint.host.includes(':') ? `[${endpoint.host}]` : endpoint.host;
    return `tcp://${host}:${endpoint.port}`;
  }
  return endpoint.path.startsWith('//') ? `npipe://${endpoint.path}` : `unix://${endpoint.path}`;
}

function parseHost(text: string, allowsTcp: boolean): Endpoint | null {
  const socket = /^(?:unix|npipe):\/\/(.+)$/.exec(text)?.[1];
  if (socket !== undefined) return { kind: 'socket', path: socket.replaceAll('\\', '/'), isDefault: true };
  const [, v6, v4, port] = /^tcp:\/\/(?:\[([^\]]+)\]|([^:/]+))(?::(\d+))?\/?$/.exec(text) ?? [];
  const host = v6 ?? v4;
  if (!allowsTcp || host === undefined || !isThisMachine(host)) return null;
  return { kind: 'tcp', host, port: Number(port ?? 2375), isDefault: true };
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** `isDockerFree`: neither DOCKER_HOST nor a context points Docker elsewhere. */
function knownPlaces(question: EndpointQuestion, isDockerFree: boolean): readonly Endpoint[] {
  const { env, home, uid } = question;
  const at = (path: string, isDefault = false): Endpoint => ({ kind: 'socket', path, isDefault });
  const docker = at('/var/run/docker.sock', isDockerFree);
  switch (question.platform) {
    case 'linux': {
      const runtime = env.XDG_RUNTIME_DIR || `/run/user/${uid ?? 0}`;
      const rootPodman = at('/run/podman/podman.sock', uid === 0);
      const podman = uid === 0 ? [rootPodman] : [at(`${runtime}/podman/podman.sock`, true), rootPodman];
      const rest = [`${runtime}/docker.sock`, `${home}/.docker/desktop/docker.sock`, ...inHome(home)];
      return [docker, ...podman, ...rest.map((path) => at(path))];
    }
    case 'darwin': {
      const machine = `${home}/.local/share/containers/podman/machine`;
      const temporary = (env.TMPDIR || '/tmp').replace(/\/$/, '');
      // Podman 5 puts its machine's socket into TMPDIR, version 4 into the home folder.
      const podman = [
        `${temporary}/podman/podman-machine-default-api.sock`,
        `${machine}/podman.sock`,
        `${machine}/qemu/podman.sock`,
      ];
      const rest = [`${home}/.docker/run/docker.sock`, `${home}/.orbstack/run/docker.sock`, ...inHome(home)];
      return [docker, ...rest.map((path) => at(path)), ...podman.map((path) => at(path, true))];
    }
    case 'win32':
      return [
        at('//./pipe/docker_engine', isDockerFree),
        at('//./pipe/dockerDesktopLinuxEngine'),
        at('//./pipe/podman-machine-default', true),
      ];
  }
}

/** Colima (now and before 0.4), Rancher Desktop and a plain Lima machine named docker. */
function inHome(home: string): readonly string[] {
  return [
    `${home}/.colima/default/docker.sock`,
    `${home}/.config/colima/default/docker.sock`,
    `${home}/.colima/docker.sock`,
    `${home}/.rd/docker.sock`,
    `${home}/.lima/docker/sock/docker.sock`,
  ];
}
