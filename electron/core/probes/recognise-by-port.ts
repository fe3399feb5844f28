import { commandFacts } from './command-facts.ts';
import { type DeveloperPort, developerPort } from './developer-ports.ts';
import { runtimeOf } from './find-script.ts';
import type { ListenerFacts } from './recognise-listener.ts';
import type { Recognition } from './recognition.ts';

/** Users that only one kind of service runs as (Debian, Fedora, macOS with Homebrew, official images). */
const serviceUsers: ReadonlyMap<string, RegExp> = new Map([
  ['postgres', /PostgreSQL|PgBouncer/],
  ['_postgres', /PostgreSQL/],
  ['mysql', /MySQL/],
  ['_mysql', /MySQL/],
  ['redis', /Redis/],
  ['memcache', /memcached/],
  ['memcached', /memcached/],
  ['mongodb', /MongoDB/],
  ['rabbitmq', /RabbitMQ/],
  ['elasticsearch', /Elasticsearch/],
  ['opensearch', /OpenSearch/],
  ['www-data', /Web server/],
  ['prometheus', /Prometheus|Exporter/],
]);

/** What the number of a port suggests, as long as the program does not speak against it. */
export function recogniseByPort({ listener, owners }: ListenerFacts): Recognition | null {
  const known = developerPort(listener.port, listener.protocol);
  if (known && owners.every((owner) => isPossible(known, commandFacts(owner)))) {
    return byTable(known, listener.socketUser, owners.length > 0);
  }
  // The second voice, where nothing else can be known.
  if (known || owners.length > 0 || listener.serviceName === null) return null;
  return {
    identity: {
      kind: 'other',
      product: listener.serviceName.slice(0, 200),
      target: null,
      confidence: 'possible',
      source: 'port-number',
      evidence: `port ${listener.port}, registered by IANA as ${listener.serviceName}`.slice(0, 300),
    },
    step: null,
    gentle: false,
  };
}

/** A program with a name of its own that is not in the tables is something else than the table says. */
function isPossible(
  { runtimes }: DeveloperPort,
  { program, owner }: ReturnType<typeof commandFacts>,
): boolean {
  const isUnread = owner.command.length === 0 && owner.executable === null;
  const runtime = runtimeOf(program);
  return isUnread || program === '' || (runtime !== null && runtimes.includes(runtime));
}

function byTable(known: DeveloperPort, user: string | null, hasFittingOwner: boolean): Recognition {
  const isItsUser = user !== null && serviceUsers.get(user)?.test(known.product) === true;
  const isTelling = isItsUser || (hasFittingOwner && known.kind === 'debugger');
  return {
    identity: {
      kind: known.kind,
      product: known.product,
      target: null,
      confidence: isTelling ? 'likely' : 'possible',
      source: 'port-number',
      evidence: isItsUser ? `port ${known.port}, user ${user}` : `port ${known.port}`,
    },
    step: known.step,
    gentle: false,
  };
}
