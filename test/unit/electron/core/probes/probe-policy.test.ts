import { describe, expect, it, test } from 'vitest';
import { loopbackOf } from '../../../../../electron/core/probes/localhost/who-is-reached.ts';
import { type PolicyFacts, probePolicy } from '../../../../../electron/core/probes/probe-policy.ts';
import { recogniseListener } from '../../../../../electron/core/probes/recognise-listener.ts';
import { defaultSettings } from '../../../../../shared/contract/default-settings.ts';
import type { Listener } from '../../../../../shared/contract/ports.ts';
import type { Container, Process } from '../../../../../shared/contract/processes.ts';
import { aListener, aProcess } from '../../../../fakes/rows.ts';

const vite = 'node /srv/node_modules/vite/bin/vite.js';

interface Case {
  readonly line?: string;
  readonly owner?: Partial<Process>;
  readonly port?: number;
  readonly listener?: Partial<Listener>;
  readonly settings?: Partial<PolicyFacts['settings']>;
  readonly others?: readonly Listener[];
  readonly ownPid?: number;
}

function decide({
  line = vite,
  owner,
  port = 5173,
  listener: change,
  settings,
  others = [],
  ownPid = 1_000_000,
}: Case) {
  const command = line.split(' ');
  const holder = aProcess(812, {
    command,
    name: command[0]?.split('/').at(-1) ?? '',
    executable: null,
    ...owner,
  });
  const owners = line === '' ? [] : [holder];
  const listener = aListener(port, owners, change);
  return probePolicy({
    listener,
    owners,
    recognition: recogniseListener({ listener, owners }),
    addresses: loopbackOf(listener, [listener, ...others], 'linux'),
    settings: { ...defaultSettings, ...settings },
    ownPid,
    ownUser: 'maya',
  });
}

describe('by itself', () => {
  test.each([
    [vite],
    ['node /srv/node_modules/.bin/webpack-dev-server'],
    ['python3 -m http.server'],
    ['node /usr/lib/node_modules/serve/build/main.js'],
    ['node /usr/lib/node_modules/http-server/bin/http-server'],
    ['/usr/bin/caddy file-server'],
  ])('%s takes one cheap request', (line) => {
    expect(decide({ line })).toMatchObject({ class: 'automatic', sends: expect.stringContaining('GET /') });
  });

  it('asks its own folders', () => {
    expect(decide({ ownPid: 812, listener: { folderId: 'f' } }).class).toBe('automatic');
  });

  it('still may when the settings say that Berth asks before', () => {
    const decision = decide({ settings: { automaticProbing: 'ask' } });
    expect(decision.class).toBe('automatic');
    expect(decision.reason).toMatch(/until you say so/);
  });
});

const container: Container = {
  id: 'c',
  name: 'web',
  image: 'nginx',
  composeProject: null,
  composeService: null,
};

describe('only on request', () => {
  test.each<[string, Case, RegExp]>([
    ['when the settings say so', { settings: { automaticProbing: 'off' } }, /only when you say so/],
    ['a program that nobody knows', { line: 'node server.js', port: 20_001 }, /does not know what it is/],
    ['a database', { line: '/usr/bin/postgres', port: 5432 }, /Databases/],
    ['a cache', { line: 'redis-server *:6379', port: 6379 }, /Databases/],
    ['a broker', { line: 'java kafka.Kafka', port: 9092 }, /brokers/],
    [
      'a server that renders on the server',
      { line: 'node /a/node_modules/next/dist/bin/next dev' },
      /could run code/,
    ],
    ['a server that may pass the request on', { line: '/usr/sbin/nginx', port: 8080 }, /could run code/],
    ['a container', { listener: { container } }, /container/],
    ['what another user runs', { owner: { user: 'root' } }, /user root/],
    ['what cannot be seen', { line: '', port: 5432 }, /cannot see who/],
    ['a low port', { line: 'python3 -m http.server', port: 80 }, /below 1024/],
    ['the inspector of Node.js', { line: 'node --inspect app.js', port: 9229 }, /inspector/],
    ['the inspector of Chrome', { line: 'chrome --remote-debugging-port=9222', port: 9222 }, /inspector/],
  ])('%s', (_title, given, reason) => {
    const decision = decide(given);
    expect(decision.class).toBe('on-request');
    expect(decision.reason).toMatch(reason);
    expect(decision.sends).not.toBeNull();
  });

  it('says what will be sent in the language of the service', () => {
    expect(decide({ line: '/usr/bin/postgres', port: 5432 }).sends).toMatch(
      /Eight bytes that ask PostgreSQL/,
    );
    expect(decide({ line: '/usr/sbin/sshd -D', port: 2222 }).sends).toMatch(/Nothing is sent/);
  });
});

describe('never', () => {
  test.each<[string, Case, RegExp]>([
    ['UDP', { listener: { protocol: 'udp' } }, /UDP/],
    [
      'a port that the user excluded',
      { settings: { neverProbePorts: [5173] } },
      /never to connect to port 5173/,
    ],
    [
      'a program that the user excluded',
      { settings: { neverProbeNames: ['Node.exe'] } },
      /never to connect to node/,
    ],
    ['Berth itself', { ownPid: 812 }, /Berth itself/],
    ['the first process', { owner: { pid: 1, name: 'node' } }, /start that service/],
    ['launchd', { owner: { name: 'launchd' } }, /start that service/],
    ['systemd of a user', { owner: { name: 'systemd' } }, /start that service/],
    ['http.sys', { owner: { pid: 4, name: 'System' } }, /start that service/],
    ['a service host of Windows', { owner: { name: 'svchost.exe' } }, /start that service/],
    [
      'a Java debugger',
      { line: 'java -agentlib:jdwp=server=y,address=5005', port: 5005 },
      /place of the debugger/,
    ],
    [
      'a program that waits for its debugger',
      { line: 'node --inspect-brk app.js', port: 9229 },
      /place of the debugger/,
    ],
    ['gdbserver', { line: 'gdbserver :2000 ./a', port: 2000 }, /place of the debugger/],
    ['delve', { line: 'dlv debug --listen=:2345', port: 2345 }, /place of the debugger/],
    ['debugpy', { line: 'python -m debugpy --listen 5678 a.py', port: 5678 }, /place of the debugger/],
    ['an SSH tunnel', { line: 'ssh -L 8080:a:80 host', port: 8080 }, /other end of the tunnel/],
    ['any other ssh that listens', { line: 'ssh host', port: 8080 }, /other end of the tunnel/],
    ['kubectl', { line: 'kubectl port-forward svc/web 8080:80', port: 8080 }, /other end of the tunnel/],
    ['cloudflared', { line: 'cloudflared tunnel run', port: 8080 }, /other end of the tunnel/],
    ['netcat', { line: 'nc -l 8080', port: 8080 }, /one connection/],
    ['socat', { line: 'socat TCP-LISTEN:8080 -', port: 8080 }, /one connection/],
    [
      'systemd-socket-activate',
      { line: 'systemd-socket-activate -l 8080 cat', port: 8080 },
      /one connection/,
    ],
    ['a login', { line: 'gcloud auth login', port: 8085 }, /stray request/],
    ['a hidden owner on the port of a debugger', { line: '', port: 5005 }, /place of the debugger/],
    ['printers', { line: '', port: 9101 }, /printers/],
    ['the Android bridge', { line: './tool', port: 5037 }, /Android/],
    ['X servers', { line: './tool', port: 6001 }, /X servers/],
    ['Remote Desktop', { line: '', port: 3389 }, /Remote Desktop/],
    ['controllers', { line: '', port: 502 }, /industrial/],
    ['an address of the network', { listener: { address: '192.168.1.5' } }, /loopback addresses only/],
  ])('%s', (_title, given, reason) => {
    const decision = decide(given);
    expect(decision).toMatchObject({ class: 'never', sends: null });
    expect(decision.reason).toMatch(reason);
  });

  test('a wildcard behind which another program would be reached', () => {
    const others = [aListener(5173, [aProcess(900)])];
    const decision = decide({ listener: { address: '0.0.0.0' }, others });
    expect(decision.class).toBe('never');
    expect(decision.reason).toMatch(/leads to another program/);
  });

  test('one owner of several that must not be touched', () => {
    const owners = [
      aProcess(812, { command: vite.split(' '), executable: null }),
      aProcess(1, { name: 'systemd' }),
    ];
    const listener = aListener(5173, owners);
    const recognition = recogniseListener({ listener, owners });
    const facts = { listener, owners, recognition, addresses: ['127.0.0.1'], settings: defaultSettings };
    expect(probePolicy({ ...facts, ownPid: 5, ownUser: 'maya' }).class).toBe('never');
  });

  it('leaves a port of printers to a program that is surely something else', () => {
    expect(decide({ line: '/usr/bin/node_exporter', port: 9100 }).class).toBe('on-request');
    expect(decide({ line: 'node /a/node_modules/.bin/storybook dev', port: 6006 }).class).toBe('on-request');
  });
});

test('every reason is a sentence', () => {
  for (const line of [vite, '', 'nc -l 1', 'ssh a', 'node x.js']) {
    expect(decide({ line }).reason).toMatch(/^[A-Z].*\.$/);
  }
});
