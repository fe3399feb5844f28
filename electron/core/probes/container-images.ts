import type { ServiceKind } from '../../../shared/contract/identity.ts';
import type { Step } from './recognition.ts';

export interface ImageContent {
  readonly kind: ServiceKind;
  readonly product: string;
  readonly step: Step | null;
}

/** Image name without registry, organisation and tag: kind, what is sent, product. */
const table = `
postgres database postgresql PostgreSQL
postgis database postgresql PostgreSQL
timescaledb database postgresql TimescaleDB
pgvector database postgresql PostgreSQL
pgbouncer database postgresql PgBouncer
cockroach database postgresql CockroachDB
mysql database listen MySQL
mysql-server database listen MySQL
mariadb database listen MariaDB
percona database listen Percona Server
mongo database mongodb MongoDB
mongodb-community-server database mongodb MongoDB
redis cache redis Redis
redis-stack cache redis Redis
redis-stack-server cache redis Redis
valkey cache redis Valkey
keydb cache redis KeyDB
dragonfly cache redis Dragonfly
memcached cache memcached memcached
azure-sql-edge database - SQL Server
clickhouse-server database http ClickHouse
influxdb database http InfluxDB
couchdb database http CouchDB
cassandra database - Cassandra
neo4j database http Neo4j
dynamodb-local database http DynamoDB Local
etcd database http etcd
qdrant database http Qdrant
weaviate database http Weaviate
elasticsearch search http Elasticsearch
opensearch search http OpenSearch
kibana search http Kibana
opensearch-dashboards search http OpenSearch Dashboards
solr search http Solr
meilisearch search http Meilisearch
typesense search http Typesense
rabbitmq broker amqp RabbitMQ
kafka broker kafka Kafka
cp-kafka broker kafka Kafka
redpanda broker kafka Redpanda
zookeeper broker - ZooKeeper
cp-zookeeper broker - ZooKeeper
activemq broker - ActiveMQ
nats broker listen NATS
eclipse-mosquitto broker - Mosquitto
nginx web http nginx
nginx-unprivileged web http nginx
httpd web http Apache
caddy web http Caddy
traefik proxy http Traefik
haproxy proxy http HAProxy
envoy proxy http Envoy
wordpress web http WordPress
nextcloud web http Nextcloud
ghost web http Ghost
keycloak web http Keycloak
adminer web http Adminer
phpmyadmin web http phpMyAdmin
pgadmin4 web http pgAdmin
mongo-express web http mongo-express
portainer-ce web http Portainer
jenkins web http Jenkins
gitea web http Gitea
gitlab-ce web http GitLab
ollama web http Ollama
registry web http Docker registry
n8n web http n8n
glassfish web http GlassFish
minio file-server http MinIO
localstack dev-server http LocalStack
azurite dev-server http Azurite
prometheus metrics http Prometheus
grafana metrics http Grafana
loki metrics http Loki
jaeger metrics http Jaeger
all-in-one metrics http Jaeger
zipkin metrics http Zipkin
node-exporter metrics http Node Exporter
mailpit mail http Mailpit
mailhog mail http MailHog
maildev mail http MailDev
vault system http Vault
consul system http Consul
base-notebook notebook jupyter Jupyter
scipy-notebook notebook jupyter Jupyter
node dev-server http Node.js app
python dev-server http Python app
`;

let byName: ReadonlyMap<string, ImageContent> | null = null;

/** What an image holds by its name: `docker.io/library/postgres:16` is PostgreSQL. Null when the name says nothing. */
export function imageContent(image: string): ImageContent | null {
  byName ??= readTable();
  const name = image.replace(/@sha256:.*$/, '').replace(/:[^/:]*$/, '');
  const base = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
  return byName.get(base) ?? null;
}

function readTable(): ReadonlyMap<string, ImageContent> {
  const rows = table.matchAll(/^(\S+) (\S+) (\S+) (.+)$/gm);
  return new Map(
    [...rows].map(([, name = '', kind, step, product = '']) => [
      name,
      { kind: kind as ServiceKind, product, step: step === '-' ? null : (step as Step) },
    ]),
  );
}
