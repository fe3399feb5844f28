import type { Protocol } from '../../../shared/contract/ports.ts';
import type { Inspection, ListedContainer, PublishedPort } from './engine-container.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A list of containers as Docker and Podman answer it; null when it is none. A bad entry loses only itself. */
export function parseContainers(text: string): readonly ListedContainer[] | null {
  const list = parseJson(text);
  if (!Array.isArray(list)) return null;
  return list.flatMap((entry) => container(fields(entry)) ?? []);
}

/** What is told about one container; null when the answer is not about one. */
export function parseInspection(text: string): Inspection | null {
  const told = fields(parseJson(text));
  const state = fields(told.State);
  if (typeof state.Running !== 'boolean') return null;
  const policy = string(fields(fields(told.HostConfig).RestartPolicy).Name);
  const pid = number(state.Pid);
  const stopSeconds = number(fields(told.Config).StopTimeout);
  return {
    isRunning: state.Running,
    pid: pid === null || pid === 0 ? null : pid,
    restartPolicy: policy === 'no' ? null : policy,
    stopSeconds,
    published: bindings(fields(fields(told.NetworkSettings).Ports)),
  };
}

function container(told: Fields): ListedContainer | null {
  const id = string(told.Id);
  if (id === null || !/^[0-9a-f]{12,64}$/.test(id)) return null;
  const labels = fields(told.Labels);
  return {
    id,
    name: containerName(array(told.Names)) ?? id.slice(0, 12),
    image: imageName(string(told.Image) ?? string(told.ImageID) ?? ''),
    composeProject: composeLabel(labels, 'project'),
    composeService: composeLabel(labels, 'service'),
    published: unique([...array(told.Ports).flatMap((port) => ports(fields(port))), ...desktopPorts(labels)]),
  };
}

/** `/web`. A second slash is the name under which another container knows it (a link). */
function containerName(names: readonly unknown[]): string | null {
  const plain = names.flatMap((name) => (typeof name === 'string' ? name.replace(/^\//, '') : []));
  return plain.find((name) => name !== '' && !name.includes('/')) ?? null;
}

/** An image that lost its name to a newer one is told by its whole digest. */
function imageName(told: string): string {
  return told.replace(/^(sha256:)?([0-9a-f]{12})[0-9a-f]{52}$/, '$1$2');
}

function composeLabel(labels: Fields, what: 'project' | 'service'): string | null {
  return string(labels[`com.docker.compose.${what}`]) ?? string(labels[`io.podman.compose.${what}`]);
}

/** One port of the Docker API, or a whole range of Podman's own. */
function ports(told: Fields): readonly PublishedPort[] {
  const protocols = (string(told.Type) ?? string(told.protocol) ?? 'tcp').split(',');
  const port = number(told.PublicPort) ?? number(told.host_port);
  const containerPort = number(told.PrivatePort) ?? number(told.container_port);
  if (!isPort(port) || !isPort(containerPort)) return [];
  const address = toAddress(string(told.IP) ?? string(told.host_ip));
  const length = Math.min(Math.max(number(told.range) ?? 1, 1), 65_536 - Math.max(port, containerPort));
  return protocols.filter(isProtocol).flatMap((protocol) =>
    Array.from({ length }, (_, step) => ({
      protocol,
      address,
      port: port + step,
      containerPort: containerPort + step,
    })),
  );
}

/**
 * Docker Desktop tells what it really listens on in labels, `desktop.docker.io/ports/80/tcp` = `10.0.0.106:49834`: for
 * one address of the host, `Ports` has a port inside its virtual machine.
 */
function desktopPorts(labels: Fields): readonly PublishedPort[] {
  return Object.entries(labels).flatMap(([key, value]) => {
    const inside = /^desktop\.docker\.io\/ports\/(.+)$/.exec(key)?.[1];
    const [, address, port] = /^(.*):(\d+)$/.exec(string(value) ?? '') ?? [];
    return inside === undefined ? [] : binding(inside, address ?? null, port ?? null);
  });
}

/** `{ "80/tcp": [{ "HostIp": "0.0.0.0", "HostPort": "8080" }], "443/tcp": null }` */
function bindings(told: Fields): readonly PublishedPort[] {
  const all = Object.entries(told).flatMap(([inside, hosts]) =>
    array(hosts).flatMap((host) =>
      binding(inside, string(fields(host).HostIp), string(fields(host).HostPort)),
    ),
  );
  return unique(all);
}

function binding(inside: string, address: string | null, hostPort: string | null): readonly PublishedPort[] {
  const [, containerPort, protocol = ''] = /^(\d+)\/(\w+)$/.exec(inside) ?? [];
  const port = Number(hostPort ?? 0);
  if (!isProtocol(protocol) || !isPort(port)) return [];
  return [{ protocol, address: toAddress(address), port, containerPort: Number(containerPort) }];
}

/** Podman leaves the address out where every address is meant. */
function toAddress(told: string | null): string | null {
  return told?.replace(/^\[(.*)\]$/, '$1') || null;
}

function unique(published: readonly PublishedPort[]): readonly PublishedPort[] {
  return [...new Map(published.map((port) => [JSON.stringify(port), port])).values()];
}

function isProtocol(text: string): text is Protocol {
  return text === 'tcp' || text === 'udp';
}

function isPort(value: number | null): value is number {
  return value !== null && Number.isInteger(value) && value >= 1 && value <= 65_535;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function array(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function string(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function number(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
