import { describe, expect, it, test } from 'vitest';
import { identifyListener } from '../../../../../electron/core/probes/identify-listener.ts';
import { type Identity, identitySchema } from '../../../../../shared/contract/identity.ts';
import type { Listener } from '../../../../../shared/contract/ports.ts';
import type { Container, Process } from '../../../../../shared/contract/processes.ts';
import { aListener, aProcess } from '../../../../fakes/rows.ts';

/** A process by its command line; words are separated by blanks. */
function run(line: string, change: Partial<Process> = {}): Process {
  const command = line.split(' ');
  const name = (command[0] ?? '').split('/').at(-1) ?? '';
  return aProcess(812, { command, name, executable: null, ...change });
}

function identify(owner: Process | null, port = 3000, change: Partial<Listener> = {}): Identity | null {
  const owners = owner === null ? [] : [owner];
  const found = identifyListener({ listener: aListener(port, owners, change), owners });
  return found && identitySchema.parse(found);
}

describe('from the command line', () => {
  test.each([
    ['node /srv/shop/node_modules/.bin/vite --port 3000', 'dev-server', 'Vite dev server'],
    ['node /srv/shop/node_modules/vite/bin/vite.js', 'dev-server', 'Vite dev server'],
    ['node /srv/shop/node_modules/vite/bin/vite.js preview', 'dev-server', 'Vite preview'],
    [
      'C:\\Program_Files\\nodejs\\node.exe C:\\shop\\node_modules\\vite\\bin\\vite.js',
      'dev-server',
      'Vite dev server',
    ],
    ['node node_modules/.bin/webpack serve', 'dev-server', 'webpack dev server'],
    ['node /srv/node_modules/@angular/cli/bin/ng.js serve', 'dev-server', 'Angular dev server'],
    ['node --require x.js /usr/lib/node_modules/http-server/bin/http-server .', 'file-server', 'http-server'],
    ['bun run /srv/node_modules/astro/astro.js dev', 'dev-server', 'Astro dev server'],
    ['python3 -m http.server 8000', 'file-server', 'Python file server'],
    ['python3 -u -m uvicorn app:app', 'dev-server', 'Python web server'],
    ['/srv/venv/bin/python /srv/venv/bin/flask run', 'dev-server', 'Flask dev server'],
    ['python manage.py runserver 8000', 'dev-server', 'Django dev server'],
    ['ruby bin/rails s', 'dev-server', 'Rails server'],
    ['php -S localhost:8000', 'dev-server', 'PHP dev server'],
    ['/usr/bin/caddy file-server --listen :8080', 'file-server', 'Caddy file server'],
    ['/usr/bin/caddy run', 'web', 'Caddy'],
    ['/usr/lib/postgresql/16/bin/postgres -D /data', 'database', 'PostgreSQL'],
    ['/usr/sbin/mariadbd', 'database', 'MariaDB'],
    ['java -Xmx1g -cp /opt/kafka/libs/* kafka.Kafka server.properties', 'broker', 'Kafka'],
    ['java -Xms1g org.elasticsearch.bootstrap.Elasticsearch', 'search', 'Elasticsearch'],
    ['/usr/lib/erlang/erts-13/bin/beam.smp -W w -s rabbit boot', 'broker', 'RabbitMQ'],
    ['python3 -m jupyterlab', 'notebook', 'Jupyter'],
    ['/usr/bin/docker-proxy -proto tcp -host-ip 127.0.0.1', 'container', 'Docker container'],
    ['nc -l 3000', 'one-shot', 'netcat'],
    ['codex login', 'login-callback', 'Codex'],
    ['gh auth login', 'login-callback', 'Code host login'],
    ['/usr/sbin/sshd -D', 'remote-shell', 'SSH server'],
    [
      '/System/Library/CoreServices/ControlCenter.app/Contents/MacOS/ControlCenter',
      'system',
      'AirPlay Receiver',
    ],
  ])('%s', (line, kind, product) => {
    expect(identify(run(line))).toMatchObject({
      kind,
      product,
      confidence: 'certain',
      source: 'command-line',
    });
  });

  test('the very words are the evidence', () => {
    expect(identify(run('python3 -m http.server 8000'))?.evidence).toBe('-m http.server');
    expect(identify(run('node /srv/shop/node_modules/vite/bin/vite.js'))?.evidence).toBe(
      'node_modules/vite/bin/vite.js',
    );
  });

  test('a script of a project is not taken for the package of that name', () => {
    expect(identify(run('node serve.js'), 20_001)).toBeNull();
    expect(identify(run('node /srv/shop/vite.js'), 20_001)).toBeNull();
    expect(identify(run('python3 -m serve'), 20_001)?.kind ?? null).not.toBe('file-server');
  });

  test('a title says it where the command line was overwritten, and is believed less', () => {
    expect(
      identify(run('', { command: ['nginx: master process /usr/sbin/nginx'], name: 'nginx' })),
    ).toMatchObject({
      product: 'nginx',
      source: 'title',
      confidence: 'likely',
    });
    expect(identify(run('', { command: ['next-server (v15.5.29)'], name: 'next-server (v1' }))).toMatchObject(
      {
        product: 'Next.js server',
        source: 'title',
      },
    );
  });

  test('a process of another user is known by its name', () => {
    const hidden = aProcess(5, { command: [], executable: null, name: 'redis-server' });
    expect(identify(hidden, 20_001)).toMatchObject({ product: 'Redis', source: 'executable' });
  });
});

describe('debuggers', () => {
  test.each([
    ['java -agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=*:5005 -jar app.jar', 5005],
    ['java -agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=5006 -jar app.jar', 5006],
    ['java -Xrunjdwp:transport=dt_socket,server=y,address=8000 -jar app.jar', 8000],
    ['gdbserver --once 127.0.0.1:2000 ./prog', 2000],
    ['/usr/bin/dlv debug --headless --listen=:2345', 2345],
    ['python -m debugpy --listen 5678 app.py', 5678],
    ['python /x/debugpy/adapter --for-server 4000', 40_123],
    ['node --inspect-brk app.js', 9229],
    ['node --inspect=0.0.0.0:9300 app.js', 9300],
    ['/usr/bin/chromium --remote-debugging-port=9222', 9222],
    ['qemu-system-x86_64 -s -S', 1234],
    ['ruby rdbg --open --port 12345', 12_345],
  ])('%s', (line, port) => {
    expect(identify(run(line), port)?.kind).toBe('debugger');
  });

  it('leaves the other ports of a program under a debugger what they are', () => {
    expect(identify(run('node --inspect /srv/node_modules/vite/bin/vite.js'), 5173)?.product).toBe(
      'Vite dev server',
    );
    expect(identify(run('java -agentlib:jdwp=server=y,address=5005 kafka.Kafka'), 9092)?.product).toBe(
      'Kafka',
    );
  });

  it('takes every port for the debugger when the system chose its number', () => {
    expect(
      identify(run('java -agentlib:jdwp=transport=dt_socket,server=y,suspend=n -jar a.jar'), 40_000),
    ).toMatchObject({
      kind: 'debugger',
      confidence: 'possible',
    });
  });

  it('knows a program that connects to its debugger from one that listens for it', () => {
    const line = 'java -agentlib:jdwp=transport=dt_socket,server=n,address=localhost:5005 kafka.Kafka';
    expect(identify(run(line), 5005)?.kind).toBe('broker');
  });
});

describe('tunnels', () => {
  test.each([
    ['ssh -fNL 8080:db.internal:5432 maya@bastion', 8080, 'SSH tunnel', 'db.internal:5432 via maya@bastion'],
    ['ssh -p 2222 -L 127.0.0.1:8080:[::1]:80 bastion', 8080, 'SSH tunnel', '[::1]:80 via bastion'],
    ['ssh -N -L8080:a:80 -L 8081:b:81 bastion', 8081, 'SSH tunnel', 'b:81 via bastion'],
    ['ssh -D 1080 bastion', 1080, 'SSH SOCKS proxy', 'via bastion'],
    ['ssh -L 5433:/run/pg.sock bastion', 5433, 'SSH tunnel', '/run/pg.sock via bastion'],
    ['ssh -o ControlMaster=yes bastion', 8080, 'SSH tunnel', 'via bastion'],
    ['kubectl -n shop port-forward svc/web 8080:80', 8080, 'Kubernetes port forward', 'svc/web:80 in shop'],
    ['cloudflared tunnel --url http://localhost:3000', 20_241, 'Cloudflare tunnel', 'http://localhost:3000'],
    ['ngrok http 3000', 4040, 'ngrok tunnel', '3000'],
    ['code tunnel --name box', 40_000, 'VS Code tunnel', null],
  ])('%s', (line, port, product, target) => {
    expect(identify(run(line), port)).toMatchObject({ kind: 'tunnel', product, target });
  });

  test('the reverse forward of somebody who is logged in', () => {
    const session = run('', { command: ['sshd: maya@pts/0'], name: 'sshd' });
    expect(identify(session, 9000)).toMatchObject({ kind: 'tunnel', target: 'of maya' });
  });
});

describe('containers', () => {
  const container: Container = {
    id: 'c1',
    name: 'shop-db-1',
    image: 'docker.io/library/postgres:16',
    composeProject: 'shop',
    composeService: 'db',
  };

  test('the image says what is inside', () => {
    const proxy = run('/usr/bin/docker-proxy -host-port 5433');
    expect(identify(proxy, 5433, { container })).toMatchObject({
      kind: 'database',
      product: 'PostgreSQL',
      target: 'db',
      source: 'container',
    });
  });

  test('one image has several ports', () => {
    const rabbit = { ...container, image: 'rabbitmq:3-management' };
    expect(identify(null, 15_672, { container: rabbit })?.product).toBe('RabbitMQ management');
  });

  test('a debugger in a container stays one', () => {
    const app = { ...container, image: 'registry.local/shop/app:1' };
    expect(identify(null, 5005, { container: app })?.kind).toBe('debugger');
  });

  test('the number of a debugger says nothing against the name of the image', () => {
    const n8n = { ...container, image: 'docker.n8n.io/n8nio/n8n' };
    expect(identify(null, 5678, { container: n8n })).toMatchObject({ kind: 'web', product: 'n8n' });
  });

  test('an image of unknown content is a container', () => {
    const app = { ...container, image: 'registry.local:5000/shop/app' };
    expect(identify(null, 20_001, { container: app })).toMatchObject({
      kind: 'container',
      product: 'Container shop-db-1',
    });
  });
});

describe('from the number of the port', () => {
  it('guesses where the owner is hidden', () => {
    expect(identify(null, 5432, { ownersHidden: true, socketUser: null })).toMatchObject({
      product: 'PostgreSQL',
      confidence: 'possible',
      source: 'port-number',
      evidence: 'port 5432',
    });
  });

  it('is surer where the user says it too', () => {
    expect(identify(null, 5432, { socketUser: 'postgres' })).toMatchObject({ confidence: 'likely' });
  });

  it('does not guess against the program', () => {
    expect(identify(run('python3 app.py'), 5432)).toBeNull();
    expect(identify(run('./shop'), 5173)).toBeNull();
    expect(identify(run('node server.js'), 5173)).toMatchObject({
      product: 'Vite dev server',
      confidence: 'possible',
    });
  });

  it('takes the name of IANA where nothing else is known', () => {
    expect(identify(null, 17, { serviceName: 'qotd' })).toMatchObject({
      product: 'qotd',
      confidence: 'possible',
    });
    expect(identify(run('./shop'), 17, { serviceName: 'qotd' })).toBeNull();
  });

  it('prefers its own table to IANA, which registered other things there', () => {
    expect(identify(null, 9092, { serviceName: 'XmlIpcRegSvc' })?.product).toBe('Kafka');
  });

  it('knows UDP from TCP', () => {
    expect(identify(null, 5353, { protocol: 'udp' })?.product).toBe('Local names (mDNS)');
    expect(identify(null, 5432, { protocol: 'udp' })).toBeNull();
  });
});

test('a program that nobody knows belongs to the editor that started it, but not to one with a shell in between', () => {
  const helper = run('node extension.js', { parents: [{ pid: 7, name: 'code' }] });
  expect(identify(helper, 20_001)).toMatchObject({
    product: 'Helper of Visual Studio Code',
    source: 'parents',
  });
  const parents = [
    { pid: 8, name: 'zsh' },
    { pid: 7, name: 'code' },
  ];
  expect(identify(run('node server.js', { parents }), 20_001)).toBeNull();
});

test('a folder that Berth serves is known as such', () => {
  expect(identify(run('node'), 62_893, { folderId: 'f1' })).toMatchObject({
    kind: 'served-folder',
    source: 'berth',
  });
});

test('what must not be touched wins among several owners', () => {
  const [shell, tool] = [
    run('node server.js'),
    aProcess(900, { command: ['nc', '-l', '3000'], name: 'nc', executable: null }),
  ];
  const listener = aListener(3000, [shell, tool]);
  expect(identifyListener({ listener, owners: [shell, tool] })?.kind).toBe('one-shot');
});

test('command lines of any length and content are answered', () => {
  const odd = [
    '',
    ' ',
    '\u0000',
    '-m',
    '-L',
    '--inspect=',
    'x'.repeat(100_000),
    '\ud800',
    '[',
    '-o LocalForward=',
  ];
  for (const program of ['node', 'python3', 'ssh', 'java', 'kubectl', '', 'php']) {
    for (const word of odd) {
      const found = identify(
        aProcess(5, { command: [program, word], name: program, executable: null }),
        3000,
      );
      if (found) identitySchema.parse(found);
    }
  }
});
