import type { HeldListener } from './facts.ts';
import type { ExpectedProgram, Tool } from './pasted.ts';

/** What a text calls what it expects, and how such a program is known; null where any program could be it. */
const expected: Readonly<
  Record<ExpectedProgram, { readonly title: string; readonly pattern: RegExp | null }>
> = {
  // An IDE listens itself when it starts the program that it debugs.
  'java-debugger': {
    title: 'Java debugger',
    pattern: /\bjava\b|javaw|\bidea(?:64)?\b|intellij|jetbrains|eclipse|netbeans|android.?studio|jdwp/i,
  },
  http: { title: 'web server', pattern: null },
  https: { title: 'web server with TLS', pattern: null },
  postgres: { title: 'PostgreSQL', pattern: /postgres|postmaster|pgbouncer|pgpool/i },
  mysql: { title: 'MySQL', pattern: /mysql|mariadb|proxysql|maxscale/i },
  mongodb: { title: 'MongoDB', pattern: /mongo/i },
  redis: { title: 'Redis', pattern: /redis|valkey|dragonfly|keydb/i },
  ssh: { title: 'SSH server', pattern: /sshd|dropbear|ssh/i },
  kubernetes: { title: 'Kubernetes API server', pattern: /kube|k3s|k0s|minikube|kind/i },
};

export function expectedTitle(program: ExpectedProgram): string {
  return expected[program].title;
}

/** Forwards and tunnels may lead to anything. */
const mayBeAnything =
  /docker|podman|rootlessport|ssh|kubectl|socat|haproxy|cloudflared|gvproxy|limactl|wslrelay|pasta|slirp4netns/i;

/** Null where it cannot be told: the owner is hidden, it is a forward, or any program could be meant. */
export function isExpected({ listener, owners }: HeldListener, program: ExpectedProgram): boolean | null {
  const { pattern } = expected[program];
  if (pattern === null || owners.length === 0) return null;
  const said = [listener.identity?.product, listener.container?.image, ...owners.flatMap(namesOf)].join(' ');
  if (pattern.test(said)) return true;
  return owners.some(({ name }) => mayBeAnything.test(name)) ? null : false;
}

function namesOf({ name, command, executable }: HeldListener['owners'][number]): readonly string[] {
  const [program = ''] = command;
  return [name, program.slice(0, 200), executable ?? '', isJavaDebugger(command) ? 'jdwp' : ''];
}

/** Whether a command line tells a Java machine to be debugged. */
export function isJavaDebugger(command: readonly string[]): boolean {
  return command.some((argument) => /^-(?:agentlib:jdwp|Xrunjdwp)/.test(argument));
}

const servers: Readonly<Partial<Record<Tool, RegExp>>> = {
  nginx: /^nginx/,
  apache: /^(?:apache2|httpd)/,
  postgres: /^(?:postgres|postmaster)/,
  mysql: /^(?:mysqld|mariadbd)/,
  mongodb: /^mongod/,
  redis: /^(?:redis-server|valkey-server)/,
};

/** Whether the program that complains already holds the port itself. */
export function isSameProgram({ owners }: HeldListener, tool: Tool | null): boolean {
  const pattern = tool === null ? undefined : servers[tool];
  return pattern !== undefined && owners.some(({ name }) => pattern.test(name));
}
