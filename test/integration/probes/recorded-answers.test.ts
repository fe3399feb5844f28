import { describe, expect, it, test } from 'vitest';
import { probeEngine } from '../../../electron/core/probes/probe-engine.ts';
import { probeLimits } from '../../../electron/core/probes/probe-limits.ts';
import type { Step } from '../../../electron/core/probes/recognition.ts';
import { type Behaviour, listenAndRecord } from './listen-and-record.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');
const hex = (text: string) => Buffer.from(text.replace(/\s/g, ''), 'hex');

async function probe(step: Step, behaviour: Behaviour) {
  const server = await listenAndRecord(behaviour);
  const finding = await probeEngine({
    addresses: [behaviour.host ?? '127.0.0.1'],
    port: server.port,
    step,
    version: '1.2.3',
    signal: new AbortController().signal,
  });
  // The other side notices our close a moment later.
  await new Promise((resolve) => setTimeout(resolve, 30));
  return { finding, connections: server.connections };
}

const speaks = (bytes: Buffer): Behaviour => ({ greet: (socket) => void socket.write(bytes) });
const answers = (bytes: Buffer): Behaviour => ({ reply: (socket) => void socket.write(bytes) });
const answersHttp = (head: string, body = ''): Behaviour => ({
  reply: (socket) => socket.end(`HTTP/1.1 ${head}\r\n\r\n${body}`),
});

const mysqlRefusal = (() => {
  const body = latin("\xff\x6a\x04Host '172.17.0.1' is not allowed to connect to this MySQL server");
  return Buffer.concat([Buffer.from([body.length, 0, 0, 0]), body]);
})();

/** What servers send of themselves; the MariaDB greeting is cut where its version ends, which is as far as it is read. */
const greetings: readonly (readonly [string, Buffer, object])[] = [
  [
    'OpenSSH 9.2p1',
    latin('SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u10\r\n'),
    { protocol: 'ssh', product: 'OpenSSH', version: '9.2p1' },
  ],
  [
    'Dropbear',
    latin('SSH-2.0-dropbear_2022.83\r\n'),
    { protocol: 'ssh', product: 'dropbear', version: '2022.83' },
  ],
  [
    'MariaDB 10.11',
    Buffer.concat([hex('64 00 00 00 0a'), latin('5.5.5-10.11.19-MariaDB-0+deb12u1\0'), Buffer.alloc(70)]),
    { protocol: 'mysql', product: 'MariaDB', version: '10.11.19' },
  ],
  [
    'MySQL 8',
    Buffer.concat([hex('4a 00 00 00 0a'), latin('8.0.36\0'), Buffer.alloc(66)]),
    { protocol: 'mysql', product: 'MySQL', version: '8.0.36' },
  ],
  ['MySQL that refuses the host', mysqlRefusal, { protocol: 'mysql', product: 'MySQL' }],
  ['grpc-js', hex('00 00 00 04 00 00 00 00 00'), { protocol: 'http2' }],
  ['Postfix', latin('220 box ESMTP Postfix (Debian/GNU)\r\n'), { protocol: 'smtp', product: 'Postfix' }],
  ['vsftpd', latin('220 (vsFTPd 3.0.3)\r\n'), { protocol: 'ftp', product: 'vsFTPd', version: '3.0.3' }],
  [
    'Dovecot IMAP',
    latin('* OK [CAPABILITY IMAP4rev1] Dovecot ready.\r\n'),
    { protocol: 'imap', product: 'Dovecot' },
  ],
  ['Dovecot POP3', latin('+OK Dovecot ready.\r\n'), { protocol: 'pop3', product: 'Dovecot' }],
  ['VNC', latin('RFB 003.008\n'), { protocol: 'vnc', product: 'VNC server', version: '3.8' }],
  ['debugpy', latin('Content-Length: 138\r\n\r\n{"seq": 1, "type": "event"}'), { protocol: 'dap' }],
  [
    'NATS',
    latin('INFO {"server_id":"N","version":"2.10.1","proto":1}\r\n'),
    { protocol: 'nats', version: '2.10.1' },
  ],
  ['rsync', latin('@RSYNCD: 31.0 sha512\n'), { protocol: 'rsync', version: '31.0' }],
];

describe('servers that speak first', () => {
  test.each(greetings)('%s is known without a byte', async (_name, bytes, expected) => {
    const { finding, connections } = await probe('http', speaks(bytes));
    expect(finding.state).toBe('identified');
    expect(finding.reading).toMatchObject(expected);
    expect(finding.spent).toMatchObject({ connections: 1, bytesSent: 0 });
    expect(connections).toEqual([{ received: '', ended: 'closed' }]);
  });

  it('tells a greeting that it does not know from silence', async () => {
    expect((await probe('http', speaks(latin('HELLO 1.0\n')))).finding.state).toBe('answered');
    expect((await probe('listen', {})).finding.state).toBe('silent');
  });
});

/** {hello: 1} answered with maxWireVersion 21. */
const mongoReply = (() => {
  const body = Buffer.concat([
    latin('\x08isWritablePrimary\0\x01'),
    latin('\x10maxWireVersion\0'),
    hex('15000000'),
    hex('00'),
  ]);
  const head = Buffer.alloc(25);
  head.writeInt32LE(25 + body.length, 0);
  head.writeInt32LE(2013, 12);
  head.writeInt32LE(body.length + 4, 21);
  return Buffer.concat([head, body]);
})();

const amqpStart = Buffer.concat([
  hex('01 0000 00000040 000a000a 00 09 00000030'),
  latin('\x07productS\0\0\0\x08RabbitMQ\x07versionS\0\0\0\x063.13.1'),
]);

const replies: readonly (readonly [string, Step, Buffer, object, string])[] = [
  ['PostgreSQL without TLS', 'postgresql', latin('N'), { protocol: 'postgresql' }, '\0\0\0\x08\x04\xd2\x16/'],
  ['PostgreSQL with TLS', 'postgresql', latin('S'), { protocol: 'postgresql' }, '\0\0\0\x08\x04\xd2\x16/'],
  ['Redis', 'redis', latin('+PONG\r\n'), { protocol: 'redis' }, '*1\r\n$4\r\nPING\r\n'],
  [
    'Redis with a password',
    'redis',
    latin('-NOAUTH Authentication required.\r\n'),
    { protocol: 'redis' },
    '*1\r\n$4\r\nPING\r\n',
  ],
  [
    'memcached',
    'memcached',
    latin('VERSION 1.6.18\r\n'),
    { protocol: 'memcached', version: '1.6.18' },
    'version\r\n',
  ],
  [
    'MongoDB',
    'mongodb',
    mongoReply,
    { protocol: 'mongodb', product: 'MongoDB', version: '7.0' },
    'hello\0\x01\0\0\0\x02$db\0\x06\0\0\0admin\0\0',
  ],
  [
    'RabbitMQ',
    'amqp',
    amqpStart,
    { protocol: 'amqp', product: 'RabbitMQ', version: '3.13.1' },
    'AMQP\0\0\x09\x01',
  ],
  [
    'an AMQP server of another version',
    'amqp',
    latin('AMQP\0\x01\0\0'),
    { protocol: 'amqp' },
    'AMQP\0\0\x09\x01',
  ],
  [
    'Kafka',
    'kafka',
    hex('00000016 00000001 0000 00000002 000000000009 00010000000d'),
    { protocol: 'kafka' },
    '\0\0\0\x0f\0\x12\0\0\0\0\0\x01\0\x05berth',
  ],
];

describe('servers that answer one step', () => {
  test.each(replies)('%s', async (_name, step, bytes, expected, sent) => {
    const { finding, connections } = await probe(step, answers(bytes));
    expect(finding.state).toBe('identified');
    expect(finding.reading).toMatchObject(expected);
    expect(connections).toHaveLength(1);
    expect(connections[0]).toMatchObject({ received: expect.stringContaining(sent), ended: 'closed' });
    expect(connections[0]?.received.length).toBe(finding.spent.bytesSent);
  });
});

const pages: readonly (readonly [string, string, string, object])[] = [
  [
    'Next.js',
    '200 OK\r\nX-Powered-By: Next.js\r\nContent-Type: text/html; charset=utf-8',
    '<title>Shop</title>',
    { product: 'Next.js' },
  ],
  [
    'Vite',
    '200 OK\r\nContent-Type: text/html',
    '<script type="module" src="/@vite/client"></script><title>A</title>',
    { product: 'Vite dev server' },
  ],
  [
    'webpack-dev-server',
    '200 OK\r\nContent-Type: text/html',
    '<h1>Assets Report:</h1>',
    { product: 'webpack dev server' },
  ],
  [
    'Docker',
    '200 OK\r\nApi-Version: 1.47\r\nDocker-Experimental: false\r\nContent-Type: text/plain',
    'OK',
    { protocol: 'docker', product: 'Docker API' },
  ],
  [
    'Elasticsearch',
    '200 OK\r\nX-elastic-product: Elasticsearch\r\nContent-Type: application/json',
    '{"name":"n","cluster_name":"c","version":{"number":"8.13.0"},"tagline":"You Know, for Search"}',
    { product: 'Elasticsearch', version: '8.13.0' },
  ],
  [
    'OpenSearch',
    '200 OK\r\nContent-Type: application/json',
    '{"cluster_name":"c","version":{"distribution":"opensearch","number":"2.13.0"}}',
    { product: 'OpenSearch', version: '2.13.0' },
  ],
  [
    'RabbitMQ management',
    '200 OK\r\nServer: Cowboy\r\nContent-Type: text/html',
    '<title>RabbitMQ Management</title>',
    { product: 'RabbitMQ management' },
  ],
  [
    'Jupyter',
    '200 OK\r\nServer: TornadoServer/6.4\r\nContent-Type: application/json',
    '{"version": "2.21.1"}',
    { product: 'Jupyter Server', version: '2.21.1' },
  ],
  [
    'node_exporter',
    '200 OK\r\nContent-Type: text/html',
    '<title>Node Exporter</title>',
    { product: 'Prometheus exporter' },
  ],
  ['ws 8', '426 Upgrade Required\r\nContent-Type: text/plain', 'Upgrade Required', { protocol: 'websocket' }],
  [
    'the inspector of Node.js',
    '400 Bad Request\r\nContent-Type: text/html',
    'WebSockets request was expected\r\n',
    { product: 'Node.js inspector' },
  ],
  [
    'Chrome DevTools',
    '200 OK\r\nContent-Type: application/json',
    '{"Browser": "Chrome/126.0.0.0", "webSocketDebuggerUrl": "ws://localhost:9222/devtools/browser/secret"}',
    { product: 'Chrome DevTools', version: 'Chrome/126.0.0.0' },
  ],
  [
    'AirPlay',
    '403 Forbidden\r\nServer: AirTunes/775.3.1',
    '',
    { product: 'AirPlay Receiver', version: '775.3.1' },
  ],
  [
    'MongoDB asked over HTTP',
    '200 OK\r\nContent-Type: text/plain',
    'It looks like you are trying to access MongoDB over HTTP on the native driver port.',
    { protocol: 'mongodb' },
  ],
  [
    'Express',
    '404 Not Found\r\nX-Powered-By: Express\r\nContent-Type: text/html',
    '<title>Error</title>',
    { product: 'Express' },
  ],
];

describe('HTTP', () => {
  test.each(pages)('%s', async (_name, head, body, expected) => {
    const { finding } = await probe('http', answersHttp(head, body));
    expect(finding.reading).toMatchObject(expected);
    expect(finding.spent.connections).toBe(1);
    expect(JSON.stringify(finding)).not.toContain('devtools/browser');
  });

  test('the request says who asks, and nothing else', async () => {
    const { connections } = await probe('http', answersHttp('204 No Content'));
    expect(connections[0]?.received.split('\r\n')).toEqual([
      'GET / HTTP/1.1',
      expect.stringMatching(/^Host: localhost:\d+$/),
      'User-Agent: Berth/1.2.3 (local port monitor; identify)',
      'Accept: */*',
      'Connection: close',
      '',
      '',
    ]);
  });

  test('a redirect is told and not followed', async () => {
    const { finding, connections } = await probe('http', answersHttp('302 Found\r\nLocation: /login'));
    expect(finding.reading?.http).toMatchObject({ status: 302, location: '/login' });
    expect(connections).toHaveLength(1);
  });

  test.each([
    ['text/html; charset=iso-8859-1', latin('<title>Gr\xfc\xdfe</title>'), 'Grüße'],
    ['text/html', latin('<meta charset="windows-1252"><title>\x93Hi\x94</title>'), '“Hi”'],
    ['text/html; charset=Shift_JIS', hex('3c7469746c653e93fa967b3c2f7469746c653e'), '日本'],
    ['text/html', Buffer.from('\ufeff<title>Ünï &amp; &#x1F600;</title>'), 'Ünï & 😀'],
    ['text/html; charset=nonsense', Buffer.from('<title>plain</title>'), 'plain'],
    ['text/html', Buffer.from('<svg><title>Icon</title></svg><title>\n  A\u202e\n page </title>'), 'A page'],
  ])('a title in %s', async (type, body, title) => {
    const head = latin(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n`);
    const { finding } = await probe('http', { reply: (socket) => socket.end(Buffer.concat([head, body])) });
    expect(finding.reading?.http?.title).toBe(title);
  });

  test('a title in a chunk that comes late', async () => {
    const { finding } = await probe('http', {
      reply: (socket) => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n');
        setTimeout(() => socket.end('f\r\n<title>Late</ti\r\n4\r\ntle>\r\n0\r\n\r\n'), 200);
      },
    });
    expect(finding.reading?.http?.title).toBe('Late');
  });

  test('a page without end costs no more than may be read, and is closed without a reset', async () => {
    const { finding, connections } = await probe('http', {
      reply: (socket) => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>Big</title>');
        socket.end('x'.repeat(2_000_000));
      },
    });
    expect(finding.reading?.http?.title).toBe('Big');
    expect(finding.spent.bytesReceived).toBe(probeLimits.bytesReceived);
    expect(connections[0]?.ended).toBe('closed');
  });
});

describe('manners', () => {
  test('a server that never answers is left within the time, without a reset', async () => {
    const { finding, connections } = await probe('http', {});
    expect(finding.state).toBe('silent');
    expect(connections).toHaveLength(1);
    expect(connections[0]?.ended).toBe('closed');
  });

  test('a server that hangs up at once is not asked again', async () => {
    const { finding, connections } = await probe('http', { greet: (socket) => socket.end() });
    expect(finding.state).toBe('hung-up');
    expect(connections).toHaveLength(1);
  });

  test('one that hangs up on HTTP is offered TLS once, within the limits', async () => {
    const { finding, connections } = await probe('http', { reply: (socket) => socket.end() });
    expect(finding.state).toBe('hung-up');
    expect(connections).toHaveLength(2);
    expect(finding.spent.bytesSent).toBeLessThanOrEqual(probeLimits.bytesSent);
  });

  test('a database that hangs up is not offered TLS', async () => {
    const { connections } = await probe('postgresql', { reply: (socket) => socket.end() });
    expect(connections).toHaveLength(1);
  });

  test('a closed port is refused and costs nothing', async () => {
    const server = await listenAndRecord({});
    const task = { port: 1, step: 'http', version: '1', signal: new AbortController().signal } as const;
    const finding = await probeEngine({ ...task, addresses: ['127.0.0.1'] });
    expect(finding).toMatchObject({ state: 'refused', spent: { bytesSent: 0 } });
    expect(server.connections).toEqual([]);
  });

  test('no address but a loopback address is ever connected to', async () => {
    const task = { port: 80, step: 'http', version: '1', signal: new AbortController().signal } as const;
    await expect(probeEngine({ ...task, addresses: ['192.0.2.1'] })).rejects.toThrow('no loopback');
  });

  test('a probe that was called off before it began touches nobody', async () => {
    const server = await listenAndRecord({});
    const task = { port: server.port, step: 'http', version: '1', signal: AbortSignal.abort() } as const;
    await probeEngine({ ...task, addresses: ['127.0.0.1'] });
    expect(server.connections).toEqual([]);
  });
});

test('noise of every kind is answered with a state', async () => {
  for (const text of [
    '\0',
    'HTTP/1.1 ',
    'HTTP/1.1 200',
    '\x15\x03',
    '220',
    '\xff'.repeat(300),
    '+OK',
    'E\0\0\0',
  ]) {
    const { finding } = await probe('http', speaks(latin(text)));
    expect(['identified', 'answered']).toContain(finding.state);
  }
});
