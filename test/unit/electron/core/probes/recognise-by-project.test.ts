import { describe, expect, it, test } from 'vitest';
import { probePolicy } from '../../../../../electron/core/probes/probe-policy.ts';
import { recogniseListener } from '../../../../../electron/core/probes/recognise-listener.ts';
import { defaultSettings } from '../../../../../shared/contract/default-settings.ts';
import { identitySchema } from '../../../../../shared/contract/identity.ts';
import type { Listener } from '../../../../../shared/contract/ports.ts';
import type { Process } from '../../../../../shared/contract/processes.ts';
import { aListener, aProcess } from '../../../../fakes/rows.ts';

const root = '/srv/shop';

function owned(line: string, frameworks: string[], change: Partial<Process> = {}): Process {
  const command = line.split(' ');
  const name = command[0]?.split('/').at(-1) ?? '';
  const project = { name: 'shop', root, manifest: 'package.json', branch: null, frameworks };
  return aProcess(812, { command, name, executable: null, cwd: root, project, ...change });
}

function identify(owner: Process, port = 20_100, change: Partial<Listener> = {}) {
  const found = recogniseListener({ listener: aListener(port, [owner], change), owners: [owner] });
  return found && identitySchema.parse(found.identity);
}

describe('what a project depends on names its own programs', () => {
  test.each<[string, string[], string, string]>([
    ['node server.js', ['next', 'express'], 'Next.js app', 'next in package.json'],
    ['node server.js', ['express', 'vite'], 'Express app', 'express in package.json'],
    [
      'node --enable-source-maps /srv/shop/dist/main.js',
      ['@nestjs/core'],
      'Nest app',
      '@nestjs/core in package.json',
    ],
    ['node --require ./a.js .output/server/index.mjs', ['nuxt'], 'Nuxt app', 'nuxt in package.json'],
    ['node server.js -e production', ['fastify'], 'Fastify app', 'fastify in package.json'],
    ['node node_modules/.bin/tsx src/main.ts', ['hono'], 'Hono app', 'hono in package.json'],
    [
      'node /usr/lib/node_modules/npm/bin/npm-cli.js run dev',
      ['astro'],
      'Astro app',
      'astro in package.json',
    ],
    ['bun run dev', ['elysia'], 'Elysia app', 'elysia in package.json'],
    ['python manage.py livereload', ['django'], 'Django app', 'django in the Python requirements'],
    ['python3 -m app.main', ['fastapi', 'uvicorn'], 'FastAPI app', 'fastapi in the Python requirements'],
    [
      '/srv/shop/.venv/bin/python app.py -c x.yml',
      ['flask'],
      'Flask app',
      'flask in the Python requirements',
    ],
    ['ruby app.rb', ['sinatra'], 'Sinatra app', 'sinatra in Gemfile'],
    ['php server.php', ['laravel/framework'], 'Laravel app', 'laravel/framework in composer.json'],
    ['/srv/shop/target/debug/api', ['axum'], 'axum app', 'axum in Cargo.toml'],
    ['/srv/target/debug/api', ['axum'], 'axum app', 'axum in Cargo.toml'],
    [
      '/tmp/go-build123/b001/exe/main',
      ['github.com/gin-gonic/gin'],
      'Gin app',
      'github.com/gin-gonic/gin in go.mod',
    ],
    ['./tmp/main', ['github.com/labstack/echo'], 'Echo app', 'github.com/labstack/echo in go.mod'],
    ['java -jar target/shop-1.0.jar', ['spring-boot'], 'Spring Boot app', 'spring-boot in pom.xml'],
    [
      'java -cp /srv/shop/target/classes:/x.jar shop.App',
      ['spring-boot'],
      'Spring Boot app',
      'spring-boot in pom.xml',
    ],
  ])('%s with %j', (line, frameworks, product, evidence) => {
    expect(identify(owned(line, frameworks))).toMatchObject({
      product,
      evidence,
      source: 'project',
      confidence: 'likely',
    });
  });

  it('prefers the one whose port it is', () => {
    const owner = owned('node server.js', ['express', 'vite']);
    expect(identify(owner, 5173)).toMatchObject({
      product: 'Vite dev server',
      evidence: 'vite in package.json, port 5173',
    });
    expect(identify(owner, 3000)?.product).toBe('Express app');
  });

  it('knows a title of npm, which stays in front of its script', () => {
    const owner = owned('', ['vite'], { command: ['npm run dev'], name: 'npm run dev' });
    expect(identify(owner)?.product).toBe('Vite dev server');
  });

  it('works with the paths of Windows', () => {
    const project = { name: 'shop', root: 'C:\\shop', manifest: null, branch: null, frameworks: ['express'] };
    const run = (file: string) => owned('', [], { command: ['node.exe', file], cwd: 'C:\\shop', project });
    expect(identify(run('C:\\shop\\src\\server.js'))?.product).toBe('Express app');
    expect(identify(run('C:\\shop\\node_modules\\x\\y.js'))).toBeNull();
    expect(identify(run('C:\\shopping\\y.js'))).toBeNull();
  });
});

describe('what a project depends on says nothing', () => {
  test.each([
    ['of others’ code', 'node /home/ann/.vscode/extensions/x/server.js'],
    ['of a folder that is only called alike', 'node /srv/shopping/server.js'],
    ['of what lies above', 'node ../other/server.js'],
    ['of a package that is installed in it', 'node node_modules/typescript/lib/tsserver.js'],
    ['of code on the command line', 'node -e require("net")'],
    ['of code for Python', 'python3 -c import(socket)'],
    ['of a module that may be a tool', 'python3 -m pylsp --tcp'],
    ['of another language', 'ruby app.rb'],
    ['of an app of Electron', 'electron main.js'],
    ['of a program with a name of its own', '/usr/bin/thing --serve'],
    ['of a language server in Java', 'java -jar /opt/jdtls/plugins/launcher.jar'],
  ])('%s', (_, line) => {
    const frameworks = ['express', 'django', 'spring-boot', 'axum', 'github.com/gin-gonic/gin'];
    expect(identify(owned(line, frameworks))).toBeNull();
  });

  test.each([5432, 6379, 27_017, 3306, 9229, 9230, 9222, 5858, 9200, 1883, 50_051, 24_678, 5037, 40_123])(
    'on port %i, which is for something else',
    (port) => {
      expect(identify(owned('node server.js', ['express']), port)?.source).not.toBe('project');
    },
  );

  it('against UDP', () => {
    expect(identify(owned('node server.js', ['express']), 20_100, { protocol: 'udp' })).toBeNull();
  });

  it('where nothing in the table is depended on', () => {
    expect(identify(owned('node server.js', []))).toBeNull();
    expect(identify(owned('node server.js', ['left-pad']))).toBeNull();
  });
});

describe('what is nearer wins', () => {
  test.each([
    ['node /srv/shop/node_modules/vite/bin/vite.js', 5173, 'Vite dev server', 'command-line'],
    ['node --inspect=9300 server.js', 9300, 'Node.js inspector', 'command-line'],
    ['nc -l 3000', 3000, 'netcat', 'command-line'],
    ['/usr/lib/postgresql/16/bin/postgres -D data', 5432, 'PostgreSQL', 'command-line'],
    ['redis-server *:6400', 6400, 'Redis', 'command-line'],
  ])('%s', (line, port, product, source) => {
    expect(identify(owned(line, ['next', 'express']), port)).toMatchObject({ product, source });
  });

  it('as a container and a served folder do', () => {
    const container = { id: 'c', name: 'db', image: 'postgres', composeProject: null, composeService: null };
    const owner = owned('node server.js', ['next']);
    expect(identify(owner, 3000, { container })).toMatchObject({
      product: 'PostgreSQL',
      source: 'container',
    });
    expect(identify(owner, 3000, { folderId: 'f' })?.source).toBe('berth');
  });

  it('as a title does', () => {
    const owner = owned('', ['express'], { command: ['next-server (v15)'], name: 'next-server (v1' });
    expect(identify(owner)).toMatchObject({ product: 'Next.js server', source: 'title' });
  });

  it('but not a guess by the editor that started it', () => {
    const parents = [{ pid: 7, name: 'code' }];
    expect(identify(owned('node server.js', ['express'], { parents }))?.source).toBe('project');
    expect(identify(owned('node /x/server.js', ['express'], { parents }))?.source).toBe('parents');
  });
});

test.each(['node server.js', 'python manage.py livereload', './server'])(
  'nothing is asked by itself of %s because of its project',
  (line) => {
    const frameworks = ['vite', 'django', 'github.com/gin-gonic/gin'];
    const owners = [owned(line, frameworks)];
    const listener = aListener(8080, owners);
    const recognition = recogniseListener({ listener, owners });
    expect(recognition?.identity.source).toBe('project');
    const decision = probePolicy({
      listener,
      owners,
      recognition,
      addresses: ['127.0.0.1'],
      settings: defaultSettings,
      ownPid: 1_000_000,
      ownUser: 'maya',
    });
    expect(decision.class).toBe('on-request');
  },
);

test('a port that is never touched stays one, whatever the project depends on', () => {
  const owners = [owned('node server.js', ['express'])];
  const recognition = recogniseListener({ listener: aListener(3000, owners), owners });
  const listener = aListener(9100, owners);
  const addresses = ['127.0.0.1'];
  const rest = { settings: defaultSettings, ownPid: 1_000_000, ownUser: 'maya' };
  expect(probePolicy({ listener, owners, recognition, addresses, ...rest }).class).toBe('never');
});
