/** What the filters over the list tell apart. */
export type FilterKind = 'dev-server' | 'database';

/** Servers of data by the name of their program; also the names of their images. */
const databases: ReadonlySet<string> = new Set([
  'postgres',
  'postgresql',
  'postmaster',
  'postgis',
  'timescaledb',
  'pgvector',
  'mysqld',
  'mysql',
  'mariadbd',
  'mariadb',
  'redis-server',
  'redis',
  'valkey-server',
  'valkey',
  'keydb-server',
  'keydb',
  'dragonfly',
  'mongod',
  'mongos',
  'mongo',
  'memcached',
  'clickhouse',
  'clickhouse-server',
  'cockroach',
  'couchdb',
  'cassandra',
  'influxd',
  'influxdb',
  'neo4j',
  'etcd',
  'sqlservr',
  'elasticsearch',
  'opensearch',
  'meilisearch',
  'qdrant',
  'surreal',
  'rqlited',
]);

/** Servers that people run while they write what is served. Matched against the arguments joined by blanks. */
const devServers: readonly RegExp[] = [
  /(^|[\s/\\])(vite|nuxt|nuxi|astro|remix|wrangler|netlify|vercel|svelte-kit|storybook|expo|webpack-dev-server|live-server|http-server|browser-sync|nodemon|ts-node-dev|serve)(\.[cm]?js|\.exe|\.cmd)?(\s|$)/,
  /(^|[\s/\\])next(\.js|\/dist\/bin\/next)?(\.exe|\.cmd)? dev(\s|$)/,
  /(^|[\s/\\])next-server(\s|$)/,
  /webpack(-cli|\.js)?(\.cmd)? serve(\s|$)|react-scripts(\/\S*)? start|(^|[\s/\\])ng(\.js)? serve(\s|$)/,
  /vue-cli-service(\.js)? serve|(^|[\s/\\])(gatsby(\.js)? develop|parcel(\.js)? serve|hugo(\.exe)? (server|serve)|jekyll (serve|s))(\s|$)/,
  /(^|[\s/\\])(mkdocs serve|eleventy(\.js)? .*--serve|deno(\.exe)? task dev|bun(\.exe)? (run )?dev|bun .*--hot)(\s|$)/,
  /(^|\s)-m http\.server(\s|$)|manage\.py runserver(\s|$)/,
  /(^|[\s/\\])flask(\.exe)? (.* )?run(\s|$)|(^|[\s/\\])(uvicorn|hypercorn)(\s.*)? --reload(\s|$)/,
  /(^|[\s/\\])rails(\s.*)? (server|s)(\s|$)|(^|\s)phx\.server(\s|$)|(^|[\s/\\])dotnet(\.exe)? watch(\s|$)/,
  /(^|[\s/\\])php\S* (.* )?-S \S+:\d+|(^|[\s/\\])artisan serve(\s|$)|spring-boot:run|bootRun/,
];

/** What the command line says that a program is for, null when it says nothing we know. */
export function kindOfCommand(command: readonly string[]): FilterKind | null {
  const [first] = command;
  if (first === undefined) return null;
  // PostgreSQL writes its own title: `postgres: checkpointer`.
  if (databases.has(baseName(first.split(/[:\s]/, 1)[0] ?? first)) || databases.has(baseName(first)))
    return 'database';
  const line = command.join(' ');
  return devServers.some((pattern) => pattern.test(line)) ? 'dev-server' : null;
}

/** The same of the image of a container: `docker.io/library/postgres:17`. */
export function kindOfImage(image: string): FilterKind | null {
  return databases.has(baseName(image.replace(/[:@][^/]*$/, ''))) ? 'database' : null;
}

function baseName(path: string): string {
  const name = path.split(/[/\\]/).at(-1) ?? path;
  return name.toLowerCase().replace(/\.exe$/, '');
}
