import { createSocket } from 'node:dgram';
import { createServer, type ListenOptions } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { canListen } from '../../../electron/core/free-ports/can-listen.ts';
import { findFreePorts } from '../../../electron/core/free-ports/find-free-ports.ts';
import type { SystemPortsQuestion } from '../../../electron/core/free-ports/system-ports.ts';
import { freePortsSchema } from '../../../shared/contract/free-ports.ts';

const here: SystemPortsQuestion = { platform: 'linux', privileged: false };

/** Listens for the length of the test. */
function occupy(options: ListenOptions): Promise<number> {
  const server = createServer();
  onTestFinished(() => void server.close());
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: 0, ...options }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

async function find(question: Partial<Parameters<typeof findFreePorts>[0]>) {
  return findFreePorts({ count: 1, range: null, ...question }, here);
}

async function foundPorts(
  question: Partial<Parameters<typeof findFreePorts>[0]>,
): Promise<readonly number[]> {
  const outcome = await find(question);
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return freePortsSchema.parse(outcome.value).ports;
}

describe('canListen', () => {
  test.each(['127.0.0.1', '::1', '0.0.0.0', '::'])('knows a port that is held on %s', async (host) => {
    const port = await occupy({ host });
    expect(await canListen(port)).toBe(false);
  });

  test('knows a port that is held on :: for IPv6 only', async () => {
    expect(await canListen(await occupy({ host: '::', ipv6Only: true }))).toBe(false);
  });

  test('knows a port that an outgoing connection uses', async () => {
    const port = await occupy({ host: '127.0.0.1' });
    const { connect } = await import('node:net');
    const client = connect(port, '127.0.0.1');
    onTestFinished(() => void client.destroy());
    await new Promise((resolve) => client.once('connect', resolve));
    expect(await canListen(client.localPort ?? 0)).toBe(false);
  });

  test('does not take a UDP socket for a listener', async () => {
    const port = (await foundPorts({}))[0] ?? 0;
    const socket = createSocket('udp4');
    onTestFinished(() => void socket.close());
    await new Promise((resolve) => socket.bind(port, '127.0.0.1', () => resolve(null)));
    expect(await canListen(port)).toBe(true);
  });
});

describe('findFreePorts', () => {
  test('answers with distinct ports on which a program can listen', async () => {
    const ports = await foundPorts({ count: 20 });
    expect(new Set(ports).size).toBe(20);
    for (const port of ports) await occupy({ port, host: '::' });
  });

  test('answers the same as long as nothing changes', async () => {
    expect(await foundPorts({ count: 3 })).toEqual(await foundPorts({ count: 3 }));
  });

  test('goes past a port that was taken and one that is to be avoided', async () => {
    const [first = 0, second = 0, third = 0] = await foundPorts({ count: 3 });
    await occupy({ port: first, host: '::1' });
    expect(await foundPorts({ avoid: new Set([second]) })).toEqual([third]);
  });

  test('stays in the range it was given', async () => {
    const port = await occupy({ host: '127.0.0.1' });
    expect(await find({ range: { from: port, to: port } })).toEqual({
      ok: false,
      failure: {
        code: 'no-free-port',
        message: `No port is free between ${port} and ${port}. Ask for another range.`,
      },
    });
  });

  test('says how many there are when there are too few', async () => {
    const [port = 0] = await foundPorts({});
    const outcome = await find({ count: 2, range: { from: port, to: port } });
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'no-free-port' } });
    if (!outcome.ok)
      expect(outcome.failure.message).toContain(`Only 1 of 2 ports between ${port} and ${port}`);
  });

  test('says that it left out the ports of root', async () => {
    const outcome = await findFreePorts(
      { count: 1, range: { from: 1, to: 79 } },
      { ...here, procRoot: '/nowhere' },
    );
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'no-free-port' } });
    if (!outcome.ok) expect(outcome.failure.message).toContain('ports below 1024 were not tried');
  });
});
