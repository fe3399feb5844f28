import type { HttpMessage } from './read-http.ts';
import { titleOf } from './title-of.ts';

export interface HttpProduct {
  readonly protocol?: string;
  readonly product: string;
  readonly version: string | null;
}

/** Gives the product when the answer is one of its own. */
type Sign = (message: HttpMessage, title: string) => HttpProduct | null;

/** Which program speaks HTTP here, from the most particular sign to the most general. */
export function httpProduct(message: HttpMessage): HttpProduct | null {
  const title = titleOf(message.body) ?? '';
  for (const sign of signs) {
    const found = sign(message, title);
    if (found) return found;
  }
  return null;
}

const signs: readonly Sign[] = [
  body(/"Browser":\s*"node\.js\/v?([\d.]+)/, 'Node.js inspector', 'inspector'),
  body(/"Browser":\s*"((?:Headless)?(?:Chrome|Edg|Brave)[^"/]*\/[\d.]+)/, 'Chrome DevTools', 'inspector'),
  body(/^WebSockets request was expected/, 'Node.js inspector', 'inspector'),
  header('docker-experimental', /./, 'Docker API', 'docker'),
  header('libpod-api-version', /(.+)/, 'Podman API', 'docker'),
  body(
    /"cluster_name"[\s\S]*"distribution"\s*:\s*"opensearch"[\s\S]*?"number"\s*:\s*"([^"]+)"/,
    'OpenSearch',
  ),
  body(/"number"\s*:\s*"([^"]+)"[\s\S]*You Know, for Search/, 'Elasticsearch'),
  header('x-elastic-product', /./, 'Elasticsearch'),
  body(/looks like you are trying to access MongoDB over HTTP/, 'MongoDB', 'mongodb'),
  body(
    /vite\/dist\/client\/env\.mjs|\/@vite\/env|__vite__|createHotContext|\/@vite\/client/,
    'Vite dev server',
  ),
  body(/<h1>Assets Report:?/i, 'webpack dev server'),
  body(/<script[^>]+webpack-dev-server|webpack-dev-server\.js/, 'webpack dev server'),
  header('x-powered-by', /^Next\.js ?([\d.]*)/, 'Next.js'),
  body(/\/_next\/static\//, 'Next.js'),
  header('x-powered-by', /^Nuxt/, 'Nuxt'),
  body(/\/_nuxt\//, 'Nuxt'),
  body(/<meta name="generator" content="Astro v?([\d.]+)/, 'Astro'),
  body(/__sveltekit_/, 'SvelteKit'),
  body(/<app-root|ng-version="([\d.]+)/, 'Angular'),
  body(/@remix-run|__remixContext/, 'Remix'),
  body(/window\.__reactRouterContext/, 'React Router'),
  body(/packager-status:running|React Native packager/, 'Metro bundler'),
  jupyter,
  titled(/^RabbitMQ Management/, 'RabbitMQ management'),
  titled(/^(Prometheus Time Series|Prometheus$)/, 'Prometheus'),
  titled(/^(.*\bExporter)$/i, 'Prometheus exporter'),
  titled(/^Grafana$/, 'Grafana'),
  titled(/Swagger UI/, 'API with Swagger UI'),
  titled(/^Mailpit/, 'Mailpit'),
  titled(/^MailHog/, 'MailHog'),
  titled(/^MailDev/i, 'MailDev'),
  titled(/phpMyAdmin/, 'phpMyAdmin'),
  titled(/Adminer/, 'Adminer'),
  titled(/Traefik/, 'Traefik'),
  titled(/Keycloak/, 'Keycloak'),
  titled(/\bStorybook\b/i, 'Storybook'),
  titled(/^Streamlit/, 'Streamlit app'),
  titled(/^Kibana|^Elastic$/, 'Kibana'),
  titled(/^MinIO/, 'MinIO'),
  titled(/^Jaeger UI/, 'Jaeger'),
  titled(/Consul by HashiCorp/, 'Consul'),
  titled(/^Vault$/, 'Vault'),
  titled(/Home Assistant/, 'Home Assistant'),
  body(/^Ollama is running/, 'Ollama'),
  body(/"couchdb":\s*"Welcome"[\s\S]*?"version":\s*"([^"]+)"/, 'CouchDB'),
  header('x-influxdb-version', /v?(.+)/, 'InfluxDB'),
  header('x-clickhouse-server-display-name', /./, 'ClickHouse'),
  header('x-jenkins', /(.+)/, 'Jenkins'),
  header('x-drupal-cache', /./, 'Drupal'),
  header('server', /^AirTunes\/([\d.]+)/, 'AirPlay Receiver'),
  header('server', /^SimpleHTTP\/[\d.]+ Python\/([\d.]+)/, 'Python http.server'),
  header('server', /^(?:WSGIServer\/[\d.]+ C?)?Python\/([\d.]+)/i, 'Python web server'),
  header('server', /^Werkzeug\/([\d.]+)/, 'Flask (Werkzeug)'),
  header('server', /^MinIO/, 'MinIO'),
  header('server', /^TornadoServer\/([\d.]+)/, 'Tornado'),
  header('server', /^uvicorn/, 'uvicorn'),
  header('server', /^gunicorn(?:\/([\d.]+))?/, 'gunicorn'),
  header('server', /^Microsoft-HTTPAPI\/([\d.]+)/, 'Windows http.sys'),
  header('server', /^Microsoft-IIS\/([\d.]+)/, 'IIS'),
  header('server', /^Jetty\(([\d.]+)/, 'Jetty'),
  header('server', /^WEBrick\/([\d.]+)/, 'WEBrick'),
  websocketOnly,
  header('server', /^([A-Za-z][\w .-]*?)\/v?(\d[\w.+-]*)/, null),
  header('x-powered-by', /^(Express)$/, null),
  header('x-powered-by', /^(PHP)\/([\d.]+)/, null),
  header('x-powered-by', /^(ASP\.NET)/, null),
  header('server', /^([A-Za-z][\w .-]{1,40})$/, null),
];

/** A program with only a name of its own takes it from the first group, else the group is the version. */
function found(match: RegExpExecArray, product: string | null, protocol: string | undefined): HttpProduct {
  const [, first, second] = match;
  const named = product ?? first ?? '';
  const version = (product === null ? second : first) || null;
  return { ...(protocol === undefined ? {} : { protocol }), product: named, version };
}

function header(name: string, pattern: RegExp, product: string | null, protocol?: string): Sign {
  return ({ headers }) => {
    const match = pattern.exec(headers.get(name) ?? '');
    return match && found(match, product, protocol);
  };
}

function body(pattern: RegExp, product: string, protocol?: string): Sign {
  return (message) => {
    const match = pattern.exec(message.body);
    return match && found(match, product, protocol);
  };
}

function titled(pattern: RegExp, product: string): Sign {
  return (_message, title) => (pattern.test(title) ? { product, version: null } : null);
}

function jupyter({ headers, body: text }: HttpMessage, title: string): HttpProduct | null {
  const version = /^\{"version": "([\d.]+)"\}\s*$/.exec(text)?.[1];
  const isTornado = headers.get('server')?.startsWith('TornadoServer') === true;
  if (version !== undefined && isTornado) return { product: 'Jupyter Server', version };
  return /^Jupyter/.test(title) ? { product: 'Jupyter Server', version: null } : null;
}

/** RFC 9110, section 15.5.22: it would rather speak something else. */
function websocketOnly({ status, headers }: HttpMessage): HttpProduct | null {
  if (status !== 426) return null;
  const isOther = /^(?!websocket)./i.test(headers.get('upgrade') ?? '');
  return isOther ? null : { protocol: 'websocket', product: 'WebSocket server', version: null };
}
