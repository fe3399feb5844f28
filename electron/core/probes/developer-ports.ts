import type { ServiceKind } from '../../../shared/contract/identity.ts';
import type { Protocol } from '../../../shared/contract/ports.ts';
import type { Runtime } from './find-script.ts';
import type { Step } from './recognition.ts';

export interface DeveloperPort {
  readonly port: number;
  readonly protocol: Protocol;
  readonly kind: ServiceKind;
  readonly product: string;
  readonly step: Step | null;
  /** The interpreters it is written for; empty for programs of their own, which have a name. */
  readonly runtimes: readonly Runtime[];
}

/**
 * Ports that developers meet: port, kind, what is sent, runtimes (`-` for neither), product | source. One port stands once
 * per protocol, with what is met there most. A source is the page or file in which the default is written down.
 */
const table = `
20 file-server listen - FTP data | RFC 959
21 file-server listen - FTP | RFC 959
22 remote-shell listen - SSH server | RFC 4253
23 remote-shell - - Telnet | RFC 854
25 mail listen - SMTP server | RFC 5321
53 name-service - - DNS | RFC 1035
53u name-service - - DNS | RFC 1035
67u system - - DHCP server | RFC 2131
68u system - - DHCP client | RFC 2131
80 web http - Web server | RFC 9110
88 system - - Kerberos | RFC 4120
110 mail listen - POP3 server | RFC 1939
111 name-service - - RPC port mapper | RFC 1833
123u system - - Time service | RFC 5905
135 system - - Windows RPC | learn.microsoft.com service overview and network port requirements
137u name-service - - NetBIOS names | RFC 1002
139 file-server - - Windows shares | RFC 1002
143 mail listen - IMAP server | RFC 9051
389 system - - LDAP | RFC 4511
443 web tls - Web server (TLS) | RFC 9110
445 file-server - - Windows shares | learn.microsoft.com service overview and network port requirements
465 mail - - Mail submission (TLS) | RFC 8314
500u system - - IPsec | RFC 7296
515 system - - Printer (LPD) | RFC 1179
546u system - - DHCPv6 client | RFC 8415
548 file-server - - Apple file sharing | IANA afpovertcp
587 mail listen - Mail submission | RFC 6409
631 system http - CUPS printing | RFC 8010
636 system - - LDAP (TLS) | IANA ldaps
853 name-service - - DNS (TLS) | RFC 7858
873 file-server listen - rsync | rsyncd.conf(5)
993 mail - - IMAP server (TLS) | RFC 8314
995 mail - - POP3 server (TLS) | RFC 8314
1025 mail listen node,ruby,python Mail catcher | mailpit.axllent.org/docs/configuration
1080 proxy - node,ruby,python SOCKS proxy | RFC 1928
1234 debugger - - gdbserver or QEMU debugger | qemu.org/docs system/gdb
1313 dev-server http - Hugo server | gohugo.io/commands/hugo_server
1337 dev-server http node Strapi | docs.strapi.io server configuration
1433 database - - SQL Server | learn.microsoft.com configure the windows firewall
1521 database - - Oracle Database | docs.oracle.com net services
1883 broker - - MQTT broker | OASIS MQTT 5.0
1900u system - - Device discovery (SSDP) | UPnP device architecture
2049 file-server - - NFS | RFC 7530
2181 broker - java ZooKeeper | zookeeper.apache.org zookeeperAdmin
2345 debugger - - Delve debugger | golang.org vscode-go debugging
2375 container docker - Docker API | docs.docker.com dockerd
2376 container tls - Docker API (TLS) | docs.docker.com dockerd
2379 database http - etcd | etcd.io configuration
2380 database - - etcd peers | etcd.io configuration
2525 mail listen node,python,ruby,java SMTP test server | nodemailer.com smtp testing
3000 dev-server http node,ruby,python Web dev server | nextjs.org api-reference next cli
3001 dev-server http node,ruby Web dev server | nextjs.org api-reference next cli
3030 dev-server http node Web dev server | feathersjs.com
3050 database - - Firebird | firebirdsql.org firebird.conf
3100 metrics http - Loki | grafana.com loki configuration
3128 proxy http - HTTP proxy | squid-cache.org http_port
3200 metrics http - Tempo | grafana.com tempo configuration
3306 database listen - MySQL or MariaDB | dev.mysql.com port reference
3333 dev-server http node Web dev server | docs.adonisjs.com
3389 remote-desktop - - Remote Desktop | learn.microsoft.com remote desktop
3632 other - - distcc | distcc.org man
4000 dev-server http node,ruby Web dev server | jekyllrb.com configuration
4040 tunnel - - ngrok inspector | ngrok.com docs agent
4173 dev-server http node Vite preview | vite.dev config preview-options
4200 dev-server http node Angular dev server | angular.dev cli serve
4222 broker listen - NATS | docs.nats.io
4317 metrics - - OpenTelemetry (gRPC) | opentelemetry.io otlp
4318 metrics http - OpenTelemetry (HTTP) | opentelemetry.io otlp
4321 dev-server http node Astro dev server | docs.astro.build configuration-reference
4369 name-service - - Erlang port mapper | erlang.org epmd
4400 dev-server http node Firebase emulator hub | firebase.google.com emulator-suite
4433 web tls node,python TLS test server | openssl s_server(1)
4443 web tls node TLS test server | developer habit
4444 browser http java,node Selenium or geckodriver | selenium.dev grid
4566 dev-server http python LocalStack | docs.localstack.cloud
4711 debugger - - .NET debugger | netcoredbg README
5000 dev-server http node,python,java Web dev server | flask.palletsprojects.com quickstart
5001 dev-server tls - .NET dev server (TLS) | learn.microsoft.com aspnet core
5005 debugger - java Java debugger (JDWP) | jetbrains.com idea remote debug
5037 system - - Android debug bridge | developer.android.com adb
5044 broker - java Logstash | elastic.co logstash beats input
5060 other - - SIP | RFC 3261
5173 dev-server vite node Vite dev server | vite.dev config server-options
5174 dev-server vite node Vite dev server | vite.dev config server-options
5222 broker - - XMPP | RFC 6120
5353u name-service - - Local names (mDNS) | RFC 6762
5355u name-service - - Local names (LLMNR) | RFC 4795
5355 name-service - - Local names (LLMNR) | RFC 4795
5432 database postgresql - PostgreSQL | postgresql.org runtime-config-connection
5433 database postgresql - PostgreSQL | postgresql.org pg_createcluster(1)
5500 file-server http node Live server | vscode-live-server settings
5555 dev-server http node Prisma Studio | prisma.io studio
5601 search http node Kibana | elastic.co kibana settings
5672 broker amqp - RabbitMQ | rabbitmq.com networking
5671 broker tls - RabbitMQ (TLS) | rabbitmq.com networking
5678 debugger - python Python debugger | code.visualstudio.com debugpy
5683u other - - CoAP | RFC 7252
5858 debugger - node Old Node.js debugger | nodejs.org debugger 6.x
5900 remote-desktop listen - VNC server | RFC 6143
5901 remote-desktop listen - VNC server | RFC 6143
5984 database http - CouchDB | docs.couchdb.org
5985 system http - Windows remote management | learn.microsoft.com winrm
6000 system - - X server | x.org X(7)
6006 dev-server http node,python Storybook or TensorBoard | storybook.js.org cli options
6052 system http python ESPHome | esphome.io
6060 metrics http - Go profiler | pkg.go.dev net/http/pprof
6333 database http - Qdrant | qdrant.tech configuration
6379 cache redis - Redis | redis.io redis.conf
6380 cache redis - Redis | redis.io redis.conf
6432 database postgresql - PgBouncer | pgbouncer.org config
6443 container tls - Kubernetes API | kubernetes.io ports-and-protocols
6650 broker - java Pulsar | pulsar.apache.org
7000 system http - AirPlay Receiver | support.apple.com airplay
7001 dev-server http java,node WebLogic or Nx | docs.oracle.com weblogic
7071 dev-server http node Azure Functions | learn.microsoft.com functions core tools
7077 other - java Spark | spark.apache.org spark-standalone
7233 broker - - Temporal | docs.temporal.io
7474 database http java Neo4j | neo4j.com ports
7687 database - java Neo4j (Bolt) | neo4j.com ports
7700 search http - Meilisearch | meilisearch.com
7860 dev-server http python Gradio | gradio.app launch
8000 dev-server http python,node,php Web dev server | docs.python.org http.server
8001 container http - Kubernetes API proxy | kubernetes.io kubectl proxy
8008 web http - Web server | IANA http-alt
8025 mail http - Mail catcher (web) | mailpit.axllent.org
8042 other http java YARN | hadoop.apache.org
8080 web http node,java,python,php,ruby Web server | IANA http-alt
8081 dev-server http node,java Metro bundler or web server | reactnative.dev
8082 web http java,node Web server | developer habit
8086 database http - InfluxDB | docs.influxdata.com
8088 web http java,python Web server | superset.apache.org
8090 web http - Web server | pocketbase.io
8123 database http - ClickHouse or Home Assistant | clickhouse.com network ports
8161 broker http java ActiveMQ console | activemq.apache.org web-console
8200 system http - Vault | developer.hashicorp.com vault
8265 metrics http python Ray dashboard | docs.ray.io
8300 system - - Consul | developer.hashicorp.com consul ports
8443 web tls java,node Web server (TLS) | tomcat.apache.org ssl-howto
8500 system http - Consul | developer.hashicorp.com consul ports
8501 dev-server http python Streamlit app | docs.streamlit.io config
8529 database http - ArangoDB | docs.arangodb.com
8787 dev-server http node Cloudflare Workers dev server | developers.cloudflare.com wrangler
8888 notebook jupyter python Jupyter | jupyter-server.readthedocs.io
8889 notebook jupyter python Jupyter | jupyter-server.readthedocs.io
8983 search http java Solr | solr.apache.org
9000 web http php,java,node,python Web server | sonarqube.org install
9001 web http - MinIO console | min.io
9003 debugger - - Xdebug client | xdebug.org step_debug
9042 database - java Cassandra | cassandra.apache.org cassandra.yaml
9090 metrics http - Prometheus | prometheus.io getting_started
9091 metrics http - Prometheus push gateway | github.com/prometheus/pushgateway
9092 broker kafka java Kafka | kafka.apache.org quickstart
9093 metrics http - Alertmanager | prometheus.io alertmanager
9094 broker kafka java Kafka | kafka.apache.org quickstart
9099 dev-server http - Firebase auth emulator | firebase.google.com emulator-suite
9100 metrics http - Node Exporter or printer | github.com/prometheus/node_exporter
9150 proxy - - Tor Browser | torproject.org
9200 search http java Elasticsearch or OpenSearch | elastic.co http settings
9222 debugger inspector - Chrome DevTools | chromedevtools.github.io/devtools-protocol
9229 debugger inspector node Node.js inspector | nodejs.org debugging
9230 debugger inspector node Node.js inspector | nodejs.org debugging
9300 search - java Elasticsearch nodes | elastic.co transport settings
9411 metrics http java Zipkin | zipkin.io
9418 file-server - - Git | git-scm.com git-daemon
9515 browser http - ChromeDriver | chromedriver.chromium.org
9600 search http java Logstash | elastic.co logstash api
9876 dev-server http node Karma | karma-runner.github.io
9999 dev-server http python,node Web dev server | developer habit
10000 system http perl Webmin | webmin.com
10250 container tls - Kubelet | kubernetes.io ports-and-protocols
11211 cache memcached - memcached | memcached.org wiki
11434 web http - Ollama | ollama.com faq
15672 broker http - RabbitMQ management | rabbitmq.com management
16686 metrics http - Jaeger | jaegertracing.io
18080 metrics http java Spark history | spark.apache.org monitoring
19000 dev-server http node Expo dev server | docs.expo.dev
19006 dev-server http node Expo web | docs.expo.dev
24678 dev-server - node Vite live reload | vite.dev config server-options
25565 other - java Minecraft server | minecraft.wiki server.properties
25672 broker - - RabbitMQ nodes | rabbitmq.com networking
26257 database postgresql - CockroachDB | cockroachlabs.com start
26379 cache redis - Redis Sentinel | redis.io sentinel
27017 database mongodb - MongoDB | mongodb.com default-mongodb-port
27018 database mongodb - MongoDB shard | mongodb.com default-mongodb-port
27019 database mongodb - MongoDB config server | mongodb.com default-mongodb-port
32400 web http - Plex | support.plex.tv
35729 dev-server - node,ruby Live reload | livereload.com protocol
50051 other http2 node,python,java,ruby gRPC server | grpc.io quickstart
54321 web http node Supabase | supabase.com cli
61616 broker - java ActiveMQ | activemq.apache.org
63342 editor http java JetBrains IDE | jetbrains.com debugger built-in server
`;

let byPort: ReadonlyMap<string, DeveloperPort> | null = null;

/** What a port number alone suggests, null for nothing. */
export function developerPort(port: number, protocol: Protocol): DeveloperPort | null {
  byPort ??= new Map(developerPorts().map((row) => [`${row.port}${row.protocol}`, row]));
  return byPort.get(`${port}${protocol}`) ?? null;
}

export function developerPorts(): readonly DeveloperPort[] {
  const rows = table.matchAll(/^(\d+)(u?) (\S+) (\S+) (\S+) (.+) \| .+$/gm);
  return [...rows].map(([, port, udp, kind, step, runtimes, product = '']) => ({
    port: Number(port),
    protocol: udp === 'u' ? 'udp' : 'tcp',
    kind: kind as ServiceKind,
    product,
    step: step === '-' ? null : (step as Step),
    runtimes: runtimes === '-' ? [] : ((runtimes ?? '').split(',') as Runtime[]),
  }));
}
