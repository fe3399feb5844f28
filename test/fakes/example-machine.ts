import type { Identity, ServiceKind } from '../../shared/contract/identity.ts';
import type { Listener, PortRange } from '../../shared/contract/ports.ts';
import type { Process } from '../../shared/contract/processes.ts';
import { aListener, aProcess } from './rows.ts';

const minute = 60_000;

/** A developer's machine with one of everything that a row can say. */
export function exampleMachine(now = Date.now()): {
  readonly listeners: readonly Listener[];
  readonly processes: readonly Process[];
} {
  const ago = (minutes: number) => new Date(now - minutes * minute).toISOString();
  const project = (name: string, branch: string | null = 'main') => ({
    name,
    root: `/home/maya/code/${name}`,
    manifest: 'package.json',
    branch,
  });
  const storefront = aProcess(41_822, {
    startTime: ago(126),
    command: ['node', '/home/maya/code/storefront/node_modules/.bin/next', 'dev'],
    cwd: '/home/maya/code/storefront',
    origin: 'from zsh in Terminal',
    parents: [
      { pid: 41_700, name: 'zsh' },
      { pid: 2_100, name: 'gnome-terminal' },
      { pid: 1, name: 'systemd' },
    ],
    project: project('storefront', 'feature/cart'),
  });
  const adminUi = aProcess(42_017, {
    startTime: ago(34),
    command: ['node', 'node_modules/.bin/vite', '--host'],
    cwd: '/home/maya/code/admin-ui',
    project: project('admin-ui'),
  });
  const postgres = aProcess(912, {
    startTime: ago(9_000),
    name: 'postgres',
    command: ['/usr/lib/postgresql/16/bin/postgres', '-D', '/var/lib/postgresql/16/main'],
    user: 'postgres',
    cwd: '/var/lib/postgresql/16/main',
    origin: 'by systemd unit postgresql.service',
  });
  const java = aProcess(51_544, {
    startTime: ago(12),
    name: 'java',
    command: ['java', '-agentlib:jdwp=transport=dt_socket,server=y,address=5005', '-jar', 'billing.jar'],
    project: project('billing'),
  });
  const redis = aProcess(933, {
    startTime: ago(9_001),
    name: 'redis-server',
    command: ['redis-server'],
    user: 'redis',
  });
  const gateway = aProcess(2_210, {
    startTime: ago(190),
    name: 'docker-proxy',
    command: ['/usr/bin/docker-proxy', '-proto', 'tcp', '-host-port', '8080'],
    user: 'root',
    container: {
      id: 'c0ffee',
      name: 'compose-gateway-1',
      image: 'nginx:1.27',
      composeProject: 'compose',
      composeService: 'gateway',
    },
  });
  const python = aProcess(60_311, {
    startTime: ago(51),
    name: 'python3',
    command: ['python3', '-m', 'http.server', '62893', '--bind', '127.0.0.1'],
    executable: '/usr/bin/python3.11',
    cwd: '/home/maya/code/docs-site',
    origin: 'from zsh in Terminal',
    parents: [
      { pid: 60_200, name: 'zsh' },
      { pid: 2_100, name: 'gnome-terminal' },
      { pid: 1, name: 'systemd' },
    ],
    project: { ...project('docs-site'), manifest: null },
  });
  const other = aProcess(60_400, {
    startTime: ago(3),
    name: 'node',
    command: ['node', 'preview.js'],
    cwd: '/home/maya/code/preview',
  });
  const workers = [812, 813, 814, 815].map((pid) =>
    aProcess(pid, {
      startTime: ago(400),
      name: 'nginx',
      command: ['nginx: worker process'],
      user: 'www-data',
    }),
  );
  const café = aProcess(7_001, {
    startTime: ago(0.3),
    name: 'café (dev) x',
    command: ['café (dev) x', "it's"],
  });
  const known = (range: PortRange, serviceName: string | null, more: Partial<Listener> = {}) => ({
    range,
    serviceName,
    ...more,
  });
  const is = (kind: ServiceKind, product: string, evidence: string): { identity: Identity } => ({
    identity: { kind, product, target: null, confidence: 'certain', source: 'command-line', evidence },
  });
  const anywhere = { reach: 'network', address: '0.0.0.0' } as const;
  return {
    processes: [storefront, adminUi, postgres, java, redis, gateway, python, other, ...workers, café],
    listeners: [
      aListener(3000, [storefront], {
        ...known('registered', null),
        ...is('dev-server', 'Next.js server', 'node_modules/.bin/next'),
      }),
      aListener(5173, [adminUi], {
        ...known('registered', null, anywhere),
        ...is('dev-server', 'Vite dev server', 'node_modules/.bin/vite'),
      }),
      aListener(5432, [postgres], known('registered', 'postgresql')),
      aListener(5005, [java], {
        ...known('registered', null),
        ...is('debugger', 'Java debugger (JDWP)', '-agentlib:jdwp'),
      }),
      aListener(6379, [redis], known('registered', 'redis')),
      aListener(8080, [gateway], known('registered', 'http-alt', { ...anywhere, label: 'gateway' })),
      aListener(9229, [storefront], known('registered', null)),
      aListener(80, workers, known('well-known', 'http', { ...anywhere, socketUser: 'root' })),
      aListener(443, workers, known('well-known', 'https', { ...anywhere, socketUser: 'root' })),
      aListener(631, [], known('well-known', 'ipp', { ownersHidden: true, socketUser: 'root' })),
      aListener(
        5353,
        [],
        known('registered', 'mdns', {
          ...anywhere,
          protocol: 'udp',
          ownersHidden: true,
          socketUser: 'avahi',
        }),
      ),
      aListener(62_893, [python], is('file-server', 'Python file server', '-m http.server')),
      aListener(62_893, [other], { address: '::1' }),
      aListener(62_894, [café]),
    ],
  };
}
