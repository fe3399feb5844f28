import { expect, test } from 'vitest';
import { frameworks } from '../../../../../electron/core/lib/frameworks.ts';
import { frameworksIn } from '../../../../../electron/core/processes/frameworks-in.ts';

const found = (manifest: string, content: string) => frameworksIn(new Map([[manifest, content]]));

test.each<[string, string, string[]]>([
  [
    'package.json',
    '{"dependencies":{"react":"19","next":"15"},"devDependencies":{"vite":"7"}}',
    ['next', 'vite'],
  ],
  ['package.json', '\ufeff{"dependencies":{"express":"5"},"peerDependencies":{"koa":"2"}}', ['express']],
  ['package.json', '{"dependencies":["next"],"devDependencies":null}', []],
  ['package.json', '{"dependencies":{"next"', []],
  ['package.json', 'null', []],
  ['package.json', '{"dependencies":{"django":"1"}}', []],
  ['composer.json', '{"require":{"php":"^8","laravel/framework":"^11"}}', ['laravel/framework']],
  [
    'pyproject.toml',
    '[project]\nname = "x"\ndependencies = [\n  "uvicorn[standard]>=0.3", # "flask"\n  # "bottle",\n  \'FastAPI\',\n]\nkeywords = ["django"]',
    ['fastapi', 'uvicorn'],
  ],
  ['pyproject.toml', '[project]\ndependencies = ["Django>=5"]\nclassifiers = ["flask"]', ['django']],
  [
    'pyproject.toml',
    '[dependency-groups]\ndev = [ "streamlit" ]\n[tool.x]\nother = ["flask"]',
    ['streamlit'],
  ],
  ['pyproject.toml', '[tool.poetry.group.web.dependencies]\nflask = { version = "3" }', ['flask']],
  ['pyproject.toml', '[project]\ndependencies = ["flask"', ['flask']],
  ['requirements.txt', '# django\n-r base.txt\nFlask[async] == 3.0 ; python_version > "3.8"\n', ['flask']],
  ['requirements.txt', 'flask-login\ndjango_extensions\n', []],
  ['Cargo.toml', '[dependencies]\naxum = "0.8"\n[dev-dependencies]\nwarp = "0.3"', ['axum']],
  ['Cargo.toml', '[dependencies.actix-web]\nversion = "4"\n[package]\nrocket = 1', ['actix-web']],
  [
    'Cargo.toml',
    '[dependencies]\nweb = { package = "rocket", version = "0.5" }\nwarp.workspace = true',
    ['rocket', 'warp'],
  ],
  ['go.mod', 'module x\nrequire github.com/gin-gonic/gin v1.10.0\n', ['github.com/gin-gonic/gin']],
  [
    'go.mod',
    'module x\nrequire (\n\tgithub.com/labstack/echo/v4 v4.12.0\n\tgithub.com/gofiber/fiber/v2 v2.5.0 // indirect\n)\nexclude github.com/go-chi/chi v1.0.0',
    ['github.com/labstack/echo'],
  ],
  [
    'pom.xml',
    '<project><parent><artifactId>spring-boot-starter-parent</artifactId></parent><artifactId>quarkus-demo</artifactId></project>',
    ['spring-boot'],
  ],
  [
    'pom.xml',
    '<project><!--<dependency><artifactId>javalin</artifactId></dependency>--><dependencies><dependency><groupId>io.quarkus</groupId><artifactId> quarkus-rest </artifactId></dependency></dependencies></project>',
    ['quarkus'],
  ],
  [
    'Gemfile',
    'source "https://rubygems.org"\n# gem "sinatra"\ngem "rails", "~> 8.0"\ngem(\'puma\')\n',
    ['rails', 'puma'],
  ],
  ['unknown.txt', 'next', []],
])('%s %j', (manifest, content, names) => {
  expect(found(manifest, content)).toEqual(names);
});

test('tells no more than twenty', () => {
  const all = frameworks.filter(({ ecosystem }) => ecosystem === 'npm').map(({ name }) => [name, '1']);
  expect(all.length).toBeGreaterThan(20);
  expect(found('package.json', JSON.stringify({ dependencies: Object.fromEntries(all) }))).toHaveLength(20);
});

test('no name is of two ecosystems', () => {
  expect(new Set(frameworks.map(({ name }) => name)).size).toBe(frameworks.length);
});

test.each<[string, string]>([
  ['pom.xml', '<!--'.repeat(100_000)],
  ['pom.xml', '<dependency>'.repeat(40_000)],
  ['Cargo.toml', `[dependencies]\n${'a'.repeat(400_000)}`],
  ['Cargo.toml', `[a${' '.repeat(400_000)}b]`],
  ['pyproject.toml', `[project]\ndependencies = [${'"'.repeat(400_000)}`],
  ['go.mod', `require ${' '.repeat(400_000)}`],
  ['requirements.txt', 'a-'.repeat(200_000)],
  ['Gemfile', `gem${' '.repeat(400_000)}`],
])('a hostile %s holds nobody up', (manifest, content) => {
  expect(found(manifest, content)).toEqual([]);
});
