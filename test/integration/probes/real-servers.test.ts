import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { probeLimits } from '../../../electron/core/probes/probe-limits.ts';
import type { ProbeAnswer } from '../../../shared/contract/probes.ts';
import { ownPort } from '../../helpers/own-port.ts';
import { probesHere } from './probes-here.ts';
import {
  findServer,
  makeCertificate,
  prepare,
  type StartedServer,
  serverFolder,
  startServer,
  subfolder,
} from './start-server.ts';

/** Lines that a server writes when somebody did something wrong to it. */
const complaint = /\berror\b|fatal|attack|invalid|reset by peer|unexpected|traceback|exception/i;

const programs = path.resolve(import.meta.dirname, '../../programs');
const inModules = (file: string) => path.resolve(import.meta.dirname, '../../../node_modules', file);

/** A test that is left out, and says so, where the program is not installed. */
function withServer(name: string, title: string, run: (file: string) => Promise<void>): void {
  const file = findServer(name);
  if (file === null) test.skip(`${title} (${name} is not installed)`, () => undefined);
  else test(title, () => run(file));
}

function expectWithinLimits(answer: ProbeAnswer, connections = 1): void {
  expect(answer.connections).toBe(connections);
  expect(answer.bytesSent).toBeLessThanOrEqual(probeLimits.bytesSent);
  expect(answer.bytesReceived).toBeLessThanOrEqual(probeLimits.bytesReceived);
}

/** What it printed since `before`, a moment after the probe. */
async function printedSince(server: StartedServer, before: number): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 150));
  return server.printed().slice(before);
}

interface Probed {
  readonly answer: ProbeAnswer;
  /** What the server printed because of the probe. */
  readonly printed: string;
}

async function probeServer(port: number, server: StartedServer): Promise<Probed> {
  const here = await probesHere();
  await here.listenerOn(port).catch((error) => {
    throw new Error(`${error}: ${server.printed()}`);
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  const before = server.printed().length;
  const answer = await here.probe(port);
  return { answer, printed: await printedSince(server, before) };
}

describe('databases', () => {
  withServer('postgres', 'PostgreSQL is known by one byte and writes nothing', async (postgres) => {
    const folder = subfolder(serverFolder(), 'data');
    const port = await ownPort();
    prepare(path.join(path.dirname(postgres), 'initdb'), ['-D', folder, '-A', 'trust', '--no-sync'], {
      asNobody: true,
    });
    const args = ['-D', folder, '-p', String(port), '-h', '127.0.0.1', '-k', folder];
    const { answer, printed } = await probeServer(port, startServer(postgres, args, { asNobody: true }));
    expect(answer).toMatchObject({ state: 'identified', protocol: 'postgresql', product: 'PostgreSQL' });
    expect(answer).toMatchObject({ bytesSent: 8, bytesReceived: 1 });
    expectWithinLimits(answer);
    expect(printed).toBe('');
  });

  withServer('mariadbd', 'MariaDB says who it is without being asked', async (mariadbd) => {
    const folder = subfolder(serverFolder(), 'data');
    const port = await ownPort();
    prepare(
      'mariadb-install-db',
      [`--datadir=${folder}`, '--auth-root-authentication-method=normal', '--skip-test-db'],
      { asNobody: true },
    );
    const args = [
      '--no-defaults',
      `--datadir=${folder}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      `--socket=${folder}/s`,
    ];
    const { answer, printed } = await probeServer(port, startServer(mariadbd, args, { asNobody: true }));
    expect(answer).toMatchObject({
      state: 'identified',
      protocol: 'mysql',
      product: 'MariaDB',
      bytesSent: 0,
    });
    expect(answer.productVersion).toMatch(/^\d+\.\d+\.\d+/);
    expectWithinLimits(answer);
    expect(printed).not.toMatch(complaint);
  });

  withServer('redis-server', 'Redis is known by its PONG and suspects no attack', async (redis) => {
    const port = await ownPort();
    const folder = serverFolder();
    const args = [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--dir',
      folder,
      '--loglevel',
      'verbose',
    ];
    const { answer, printed } = await probeServer(port, startServer(redis, args));
    expect(answer).toMatchObject({ state: 'identified', protocol: 'redis', product: 'Redis', bytesSent: 14 });
    expectWithinLimits(answer);
    expect(printed).not.toMatch(complaint);
  });

  withServer('redis-server', 'Redis with a password is known as well', async (redis) => {
    const port = await ownPort();
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--requirepass', 'secret'];
    const { answer, printed } = await probeServer(port, startServer(redis, args, { cwd: serverFolder() }));
    expect(answer).toMatchObject({ state: 'identified', protocol: 'redis', product: 'Redis' });
    expect(printed).not.toMatch(complaint);
  });

  withServer('memcached', 'memcached tells its version', async (memcached) => {
    const port = await ownPort();
    const args = ['-p', String(port), '-l', '127.0.0.1', '-v', '-U', '0'];
    const { answer, printed } = await probeServer(port, startServer(memcached, args, { asNobody: true }));
    expect(answer).toMatchObject({
      state: 'identified',
      protocol: 'memcached',
      product: 'memcached',
      bytesSent: 9,
    });
    expect(answer.productVersion).toMatch(/^1\./);
    expectWithinLimits(answer);
    expect(printed).not.toMatch(complaint);
  });
});

describe('remote shells', () => {
  withServer('sshd', 'OpenSSH says who it is without being asked', async (sshd) => {
    const folder = serverFolder();
    const port = await ownPort();
    prepare('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', path.join(folder, 'key')]);
    const options = ['UsePAM=no', 'StrictModes=no', 'PidFile=none', 'ListenAddress=127.0.0.1'];
    if (process.getuid?.() === 0) prepare('mkdir', ['-p', '/run/sshd']);
    const args = ['-D', '-e', '-f', '/dev/null', '-p', String(port), '-h', path.join(folder, 'key')];
    const server = startServer(sshd, [...args, ...options.flatMap((option) => ['-o', option])]);
    const { answer } = await probeServer(port, server);
    expect(answer).toMatchObject({ state: 'identified', protocol: 'ssh', product: 'OpenSSH', bytesSent: 0 });
    expect(answer.productVersion).toMatch(/^\d+\.\d+p\d/);
    expectWithinLimits(answer);
  });
});

describe('web servers', () => {
  withServer('nginx', 'nginx tells its name, its status and the title of its page', async (nginx) => {
    const { port, server, folder } = await startNginx(nginx, '');
    const { answer } = await probeServer(port, server);
    expect(answer).toMatchObject({ state: 'identified', protocol: 'http', product: 'nginx' });
    expect(answer.http).toMatchObject({
      status: 200,
      title: 'Grüße & mehr',
      server: expect.stringMatching(/^nginx\//),
    });
    expectWithinLimits(answer);
    expect(readFileSync(path.join(folder, 'error.log'), 'utf8')).toBe('');
    expect(readFileSync(path.join(folder, 'access.log'), 'utf8').trim().split('\n')).toHaveLength(1);
  });

  withServer('nginx', 'nginx behind TLS is asked for its certificate after it said so', async (nginx) => {
    const certificate = makeCertificate(serverFolder());
    const { port, server, folder } = await startNginx(nginx, ' ssl', certificate);
    const { answer } = await probeServer(port, server);
    expect(answer).toMatchObject({ state: 'identified', protocol: 'https' });
    expect(answer.tls).toMatchObject({
      version: expect.stringMatching(/^TLSv1\.[23]$/),
      subject: 'dev.local',
      selfSigned: true,
    });
    expect(answer).toMatchObject({ product: 'nginx', http: { status: 200, title: 'Grüße & mehr' } });
    expect(answer.tls?.names).toEqual(['dev.local', 'localhost', '127.0.0.1']);
    expect(Date.parse(answer.tls?.validTo ?? '')).toBeGreaterThan(Date.now());
    expectWithinLimits(answer, 2);
    expect(readFileSync(path.join(folder, 'error.log'), 'utf8')).toBe('');
  });

  withServer('python3', "Python's file server tells its name and takes one plain request", async (python) => {
    const port = await ownPort();
    const args = ['-u', '-m', 'http.server', '--bind', '127.0.0.1', String(port)];
    const { answer, printed } = await probeServer(port, startServer(python, args, { cwd: serverFolder() }));
    expect(answer).toMatchObject({ state: 'identified', protocol: 'http', product: 'Python http.server' });
    expect(answer.http?.title).toMatch(/^Directory listing/);
    expectWithinLimits(answer);
    expect(printed.trim()).toMatch(/^127\.0\.0\.1 .* "GET \/ HTTP\/1\.1" 200 -$/);
  });
});

async function startNginx(
  nginx: string,
  how: string,
  certificate: { readonly key: string; readonly certificate: string } | null = null,
) {
  const folder = serverFolder();
  const port = await ownPort();
  const site = subfolder(folder, 'site');
  writeFileSync(path.join(site, 'index.html'), '<!doctype html><title>Grüße &amp; mehr</title><p>Hello');
  const tls =
    certificate && `ssl_certificate ${certificate.certificate}; ssl_certificate_key ${certificate.key};`;
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n');
  const config = `
    daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log warn; worker_processes 1;
    events {}
    http {
      ${paths}
      charset utf-8; default_type text/html;
      access_log ${folder}/access.log;
      server { listen 127.0.0.1:${port}${how}; root ${site}; ${tls ?? ''} }
    }`;
  const file = path.join(folder, 'nginx.conf');
  writeFileSync(file, config);
  const args = ['-p', folder, '-c', file, '-e', path.join(folder, 'error.log')];
  return { port, folder, server: startServer(nginx, args, { asNobody: true }) };
}

describe('Node.js', () => {
  test('a plain server', async () => {
    const { answer } = await probeNode('http');
    expect(answer).toMatchObject({
      state: 'identified',
      protocol: 'http',
      http: { status: 200, title: 'Node here' },
    });
    expectWithinLimits(answer);
  });

  test('a server of TLS that hangs up on plain HTTP', async () => {
    const { answer, printed } = await probeNode('https');
    expect(answer).toMatchObject({
      state: 'identified',
      protocol: 'https',
      http: { status: 200, title: 'Node here' },
    });
    expect(answer.tls).toMatchObject({ alpn: 'http/1.1', subject: 'dev.local' });
    expectWithinLimits(answer, 2);
    expect(printed).not.toMatch(complaint);
  });

  test('an inspector is asked for its version, and neither attached to nor told in full', async () => {
    const port = await ownPort();
    const idle = 'setInterval(() => {}, 1000)';
    const server = startServer(process.execPath, [`--inspect=127.0.0.1:${port}`, '-e', idle]);
    const { answer, printed } = await probeServer(port, server);
    expect(answer).toMatchObject({
      state: 'identified',
      protocol: 'inspector',
      product: 'Node.js inspector',
    });
    expect(JSON.stringify(answer)).not.toMatch(/ws:|devtoolsFrontend/);
    expectWithinLimits(answer);
    expect(printed).not.toMatch(/Debugger attached/);
  });

  test('a gRPC server speaks first', async () => {
    const { answer, printed } = await probeNode('grpc');
    expect(answer).toMatchObject({ state: 'identified', protocol: 'http2', bytesSent: 0 });
    expectWithinLimits(answer);
    expect(printed).not.toMatch(complaint);
  });

  test('a WebSocket server is not opened a session on', async () => {
    const { answer, printed } = await probeNode('ws');
    expect(answer).toMatchObject({ state: 'identified', protocol: 'websocket', http: { status: 426 } });
    expectWithinLimits(answer);
    expect(printed).toBe('');
  });

  test('Vite is known by its client and compiles nothing', async () => {
    const folder = serverFolder();
    writeFileSync(
      path.join(folder, 'index.html'),
      '<title>Shop</title><script type="module" src="/main.js"></script>',
    );
    const port = await ownPort();
    const args = [
      inModules('vite/bin/vite.js'),
      '--port',
      String(port),
      '--strictPort',
      '--host',
      '127.0.0.1',
    ];
    const { answer, printed } = await probeServer(port, startServer(process.execPath, args, { cwd: folder }));
    expect(answer).toMatchObject({ state: 'identified', protocol: 'http', product: 'Vite dev server' });
    expect(answer.steps).toEqual(['GET /@vite/client HTTP/1.1']);
    expectWithinLimits(answer);
    expect(printed).not.toMatch(complaint);
  });
});

async function probeNode(kind: 'http' | 'https' | 'grpc' | 'ws'): Promise<Probed> {
  const port = await ownPort();
  const more = kind === 'https' ? Object.values(makeCertificate(serverFolder())) : [];
  const args = [path.join(programs, 'speak.mjs'), kind, String(port), ...more];
  return probeServer(port, startServer(process.execPath, args));
}
