interface Lore {
  readonly port: number;
  readonly protocol?: 'tcp' | 'udp';
  /** What usually uses it, as the end of "Usually …". */
  readonly usual: string;
  /** Where that is written. */
  readonly source: string;
}

/**
 * What ports are for in practice, where that differs from what IANA registered or says more. Each is a documented default
 * of the program named.
 */
const table: readonly Lore[] = [
  { port: 22, usual: 'SSH, for shells and file copies from elsewhere', source: 'RFC 4253, section 4' },
  { port: 25, usual: 'SMTP between mail servers', source: 'RFC 5321, section 4.5.4.2' },
  { port: 53, usual: 'a name server or a local cache of one', source: 'RFC 1035, section 4.2' },
  { port: 80, usual: 'web servers without encryption', source: 'RFC 9110, section 4.2.1' },
  { port: 443, usual: 'web servers with TLS', source: 'RFC 9110, section 4.2.2' },
  { port: 631, usual: 'CUPS, for printers', source: 'cups.org, cupsd.conf, Listen' },
  {
    port: 1025,
    usual: 'the mail catchers MailHog and Mailpit',
    source: 'mailpit.axllent.org, runtime options',
  },
  { port: 1433, usual: 'Microsoft SQL Server', source: 'learn.microsoft.com, SQL Server ports' },
  { port: 1521, usual: 'Oracle’s database listener', source: 'docs.oracle.com, listener.ora' },
  { port: 1883, usual: 'MQTT brokers such as Mosquitto', source: 'mosquitto.org, mosquitto.conf, listener' },
  { port: 2181, usual: 'ZooKeeper', source: 'zookeeper.apache.org, zoo.cfg, clientPort' },
  { port: 2375, usual: 'Docker’s API without a password', source: 'docs.docker.com, dockerd, --host' },
  { port: 2376, usual: 'Docker’s API with TLS', source: 'docs.docker.com, dockerd, --host' },
  {
    port: 3000,
    usual: 'web apps in development: Next.js, Rails, Express, Grafana',
    source: 'nextjs.org, next CLI, --port',
  },
  { port: 3306, usual: 'MySQL and MariaDB', source: 'dev.mysql.com, server variable port' },
  {
    port: 3389,
    usual: 'Windows’ Remote Desktop',
    source: 'learn.microsoft.com, Remote Desktop listening port',
  },
  { port: 4173, usual: '“vite preview”', source: 'vite.dev, preview.port' },
  { port: 4200, usual: 'Angular’s dev server', source: 'angular.dev, ng serve, --port' },
  {
    port: 4317,
    usual: 'OpenTelemetry collectors, over gRPC',
    source: 'opentelemetry.io, OTLP specification',
  },
  {
    port: 4318,
    usual: 'OpenTelemetry collectors, over HTTP',
    source: 'opentelemetry.io, OTLP specification',
  },
  { port: 4321, usual: 'Astro’s dev server', source: 'docs.astro.build, server.port' },
  { port: 5000, usual: 'Flask, and AirPlay on a Mac', source: 'flask.palletsprojects.com, flask run' },
  { port: 5005, usual: 'the Java debugger, by custom', source: 'docs.spring.io and IDE defaults for JDWP' },
  { port: 5173, usual: 'Vite’s dev server', source: 'vite.dev, server.port' },
  {
    port: 5353,
    protocol: 'udp',
    usual: 'names on the local network (Bonjour, Avahi)',
    source: 'RFC 6762, section 3',
  },
  { port: 5432, usual: 'PostgreSQL', source: 'postgresql.org, port' },
  { port: 5500, usual: 'VS Code’s Live Server', source: 'Live Server, liveServer.settings.port' },
  { port: 5555, usual: 'Prisma Studio, and adb for Android devices', source: 'prisma.io, studio --port' },
  { port: 5601, usual: 'Kibana', source: 'elastic.co, server.port' },
  { port: 5672, usual: 'RabbitMQ', source: 'rabbitmq.com, networking' },
  { port: 5900, usual: 'VNC, for shared screens', source: 'RFC 6143, section 1' },
  { port: 5984, usual: 'CouchDB', source: 'docs.couchdb.org, chttpd/port' },
  { port: 6006, usual: 'Storybook and TensorBoard', source: 'storybook.js.org, CLI options' },
  { port: 6379, usual: 'Redis and Valkey', source: 'redis.io, redis.conf, port' },
  { port: 6443, usual: 'the API of a Kubernetes cluster', source: 'kubernetes.io, ports and protocols' },
  { port: 7000, usual: 'AirPlay on a Mac', source: 'support.apple.com, TCP and UDP ports' },
  { port: 7687, usual: 'Neo4j, over Bolt', source: 'neo4j.com, ports' },
  { port: 7860, usual: 'Gradio apps', source: 'gradio.app, launch, server_port' },
  {
    port: 8000,
    usual: 'Django, Uvicorn and Python’s http.server',
    source: 'docs.djangoproject.com, runserver',
  },
  { port: 8025, usual: 'the pages of MailHog and Mailpit', source: 'mailpit.axllent.org, runtime options' },
  { port: 8080, usual: 'web servers and proxies that leave 80 to others', source: 'IANA, http-alt' },
  { port: 8081, usual: 'Metro, for React Native', source: 'reactnative.dev, metro' },
  { port: 8086, usual: 'InfluxDB', source: 'docs.influxdata.com, http-bind-address' },
  { port: 8123, usual: 'ClickHouse, over HTTP', source: 'clickhouse.com, http_port' },
  { port: 8200, usual: 'HashiCorp Vault', source: 'developer.hashicorp.com, vault listener' },
  {
    port: 8443,
    usual: 'web servers with TLS that leave 443 to others',
    source: 'tomcat.apache.org, TLS how-to',
  },
  { port: 8500, usual: 'HashiCorp Consul', source: 'developer.hashicorp.com, consul ports' },
  { port: 8501, usual: 'Streamlit', source: 'docs.streamlit.io, server.port' },
  { port: 8787, usual: 'Wrangler, and RStudio', source: 'developers.cloudflare.com, wrangler dev' },
  { port: 8888, usual: 'Jupyter', source: 'jupyter-notebook.readthedocs.io, ServerApp.port' },
  { port: 9000, usual: 'PHP-FPM, MinIO and SonarQube', source: 'php.net, php-fpm listen' },
  { port: 9042, usual: 'Cassandra', source: 'cassandra.apache.org, native_transport_port' },
  { port: 9090, usual: 'Prometheus', source: 'prometheus.io, web.listen-address' },
  { port: 9092, usual: 'Kafka', source: 'kafka.apache.org, listeners' },
  { port: 9200, usual: 'Elasticsearch and OpenSearch', source: 'elastic.co, http.port' },
  { port: 9222, usual: 'Chrome’s remote debugging', source: 'developer.chrome.com, remote debugging' },
  { port: 9229, usual: 'Node’s debugger (--inspect)', source: 'nodejs.org, --inspect' },
  { port: 11211, usual: 'Memcached', source: 'memcached.org, -p' },
  { port: 11434, usual: 'Ollama', source: 'docs.ollama.com, OLLAMA_HOST' },
  { port: 15672, usual: 'RabbitMQ’s pages', source: 'rabbitmq.com, management plugin' },
  { port: 24678, usual: 'Vite’s channel for live changes', source: 'vite.dev, server.hmr' },
  { port: 25565, usual: 'Minecraft servers', source: 'minecraft.wiki, server.properties' },
  { port: 27017, usual: 'MongoDB', source: 'mongodb.com, net.port' },
  { port: 35729, usual: 'LiveReload', source: 'livereload.com, protocol' },
  { port: 50051, usual: 'gRPC examples and what grew out of them', source: 'grpc.io, quick start' },
  { port: 51820, protocol: 'udp', usual: 'WireGuard', source: 'wireguard.com, quick start' },
];

const byPort: ReadonlyMap<number, Lore> = new Map(table.map((lore) => [lore.port, lore]));

/** What usually uses the port, and where that is written; null for the many that nothing in particular does. */
export function portLore(port: number, protocol: 'tcp' | 'udp'): Pick<Lore, 'usual' | 'source'> | null {
  const lore = byPort.get(port);
  return lore && (lore.protocol ?? 'tcp') === protocol ? lore : null;
}
