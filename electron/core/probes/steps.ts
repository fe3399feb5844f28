import type { Step } from './recognition.ts';

/** What a step needs to know to be written. */
export interface StepContext {
  readonly port: number;
  /** Berth's own version. */
  readonly version: string;
}

/** The path that an HTTP step asks for. */
const paths = {
  http: '/',
  vite: '/@vite/client',
  webpack: '/webpack-dev-server',
  jupyter: '/api',
  docker: '/_ping',
  inspector: '/json/version',
} as const satisfies Partial<Record<Step, string>>;

export function isHttpStep(step: Step): step is keyof typeof paths {
  return Object.hasOwn(paths, step);
}

/** The bytes of a step; null where nothing is sent, or where TLS writes its own. */
export function stepBytes(step: Step, context: StepContext): Buffer | null {
  if (isHttpStep(step)) return httpRequest(paths[step], context);
  switch (step) {
    case 'listen':
    case 'tls':
      return null;
    case 'http2':
      return Buffer.concat([
        Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
        Buffer.from('000000040000000000', 'hex'),
      ]);
    case 'postgresql':
      // SSLRequest: its length, then 1234 and 5679.
      return Buffer.from('0000000804d2162f', 'hex');
    case 'redis':
      return Buffer.from('*1\r\n$4\r\nPING\r\n');
    case 'memcached':
      return Buffer.from('version\r\n');
    case 'mongodb':
      return mongoHello();
    case 'amqp':
      return Buffer.from('AMQP\x00\x00\x09\x01', 'latin1');
    case 'kafka':
      return kafkaApiVersions();
  }
}

/** What was sent, for the list of steps. */
export function nameStep(step: Step): string {
  if (isHttpStep(step)) return `GET ${paths[step]} HTTP/1.1`;
  return stepNames[step];
}

/** What will be sent, as a sentence. */
export function describeStep(step: Step): string {
  if (step === 'listen') return 'Nothing is sent: it speaks first.';
  if (isHttpStep(step)) return `One HTTP request, GET ${paths[step]}, unless it speaks first.`;
  return `${stepSentences[step]}, unless it speaks first.`;
}

const stepNames = {
  listen: 'nothing, it speaks first',
  tls: 'TLS hello',
  http2: 'HTTP/2 preface with empty settings',
  postgresql: 'PostgreSQL SSLRequest',
  redis: 'Redis PING',
  memcached: 'memcached version',
  mongodb: 'MongoDB hello',
  amqp: 'AMQP 0-9-1 header',
  kafka: 'Kafka ApiVersions',
} as const satisfies Record<Exclude<Step, keyof typeof paths>, string>;

const stepSentences = {
  tls: 'A TLS hello and, where HTTP is spoken, GET /',
  http2: 'The opening of HTTP/2 without a request',
  postgresql: 'Eight bytes that ask PostgreSQL whether it speaks TLS, without a login',
  redis: 'One PING in the language of Redis, without a login',
  memcached: 'One line that asks memcached for its version',
  mongodb: 'One hello in the language of MongoDB, without a login',
  amqp: 'The opening of AMQP, without a login',
  kafka: 'One question to Kafka for the versions it speaks',
} as const satisfies Record<Exclude<Step, keyof typeof paths | 'listen'>, string>;

/** No cookie, no login, nothing that changes anything; `localhost`, because some servers refuse other names. */
export function httpRequest(path: string, { port, version }: StepContext): Buffer {
  return Buffer.from(
    [
      `GET ${path} HTTP/1.1`,
      `Host: localhost:${port}`,
      `User-Agent: Berth/${version} (local port monitor; identify)`,
      'Accept: */*',
      'Connection: close',
      '\r\n',
    ].join('\r\n'),
  );
}

/** OP_MSG with `{hello: 1, $db: "admin"}`. */
function mongoHello(): Buffer {
  const body = Buffer.concat([
    Buffer.from('\x10hello\x00\x01\x00\x00\x00', 'latin1'),
    Buffer.from('\x02$db\x00\x06\x00\x00\x00admin\x00', 'latin1'),
    Buffer.from([0]),
  ]);
  const document = Buffer.concat([int32le(body.length + 4), body]);
  const message = Buffer.concat([int32le(0), Buffer.from([0]), document]);
  const [requestId, responseTo, opMsg] = [1, 0, 2013];
  return Buffer.concat([
    int32le(16 + message.length),
    int32le(requestId),
    int32le(responseTo),
    int32le(opMsg),
    message,
  ]);
}

/** ApiVersions, version 0, correlation id 1. */
function kafkaApiVersions(): Buffer {
  const client = Buffer.from('berth');
  const body = Buffer.concat([Buffer.from('00120000000000010005', 'hex'), client]);
  const size = Buffer.alloc(4);
  size.writeInt32BE(body.length);
  return Buffer.concat([size, body]);
}

function int32le(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}
