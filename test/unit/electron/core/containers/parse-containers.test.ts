import { describe, expect, test } from 'vitest';
import type { ListedContainer } from '../../../../../electron/core/containers/engine-container.ts';
import {
  parseContainers,
  parseInspection,
} from '../../../../../electron/core/containers/parse-containers.ts';
import { readCapture } from '../../../../helpers/captures.ts';

const id = 'a'.repeat(64);

function capture(name: string): string {
  return readCapture(`docker/${name}.json`).toString('utf8');
}

/** One container with these fields, as it would be listed. */
function listed(fields: object): ListedContainer | undefined {
  return parseContainers(JSON.stringify([{ Id: id, Names: ['/web'], Image: 'nginx', ...fields }]))?.[0];
}

describe('a list', () => {
  test('of Docker 1.10 is read', () => {
    expect(parseContainers(capture('list-docker-1.22'))).toEqual([
      {
        id: '095351afe7b4995dfb3e965f9cfd3a07b1fe69198c50085a2cb7c2b5a5c9b62f',
        name: 'drunk_golick',
        image: 'busybox',
        composeProject: null,
        composeService: null,
        published: [],
      },
    ]);
  });

  test('tells the address that Docker Desktop listens on, which only a label has', () => {
    const [container] = parseContainers(capture('list-desktop-macos-1.41')) ?? [];
    expect(container?.published).toContainEqual({
      protocol: 'tcp',
      address: '10.0.0.106',
      port: 49_834,
      containerPort: 80,
    });
  });

  test('has a container on the network of the host, which publishes nothing', () => {
    expect(parseContainers(capture('list-host-network-2018'))).toMatchObject([
      { image: 'datadog/agent:6.1.2-jmx', published: [] },
    ]);
  });

  test('of Podman leaves the address out, which means every one', () => {
    const ports: unknown = JSON.parse(capture('ports-podman-5.2.2'));
    expect(listed({ Ports: ports })?.published).toEqual([
      { protocol: 'tcp', address: null, port: 80, containerPort: 80 },
    ]);
  });

  test('keeps the addresses of both families and leaves out ports that are not published', () => {
    const found = listed({
      Ports: [
        { PrivatePort: 9000, Type: 'tcp' },
        { IP: '0.0.0.0', PrivatePort: 5432, PublicPort: 5433, Type: 'tcp' },
        { IP: '::', PrivatePort: 5432, PublicPort: 5433, Type: 'tcp' },
        { IP: '127.0.0.1', PrivatePort: 53, PublicPort: 5353, Type: 'udp' },
      ],
    });
    expect(found?.published.map(({ protocol, address, port }) => `${protocol} ${address} ${port}`)).toEqual([
      'tcp 0.0.0.0 5433',
      'tcp :: 5433',
      'udp 127.0.0.1 5353',
    ]);
  });

  test("spreads a range of Podman's own list", () => {
    const ports = [{ host_ip: '', container_port: 80, host_port: 8000, range: 3, protocol: 'tcp,udp' }];
    const published = listed({ Ports: ports })?.published ?? [];
    expect(published.map(({ port }) => port)).toEqual([8000, 8001, 8002, 8000, 8001, 8002]);
    expect(published.map(({ containerPort }) => containerPort)).toEqual([80, 81, 82, 80, 81, 82]);
  });

  test('does not spread a range beyond the last port', () => {
    const ports = [{ container_port: 80, host_port: 65_534, range: 1_000_000_000, protocol: 'tcp' }];
    expect(listed({ Ports: ports })?.published.map(({ port }) => port)).toEqual([65_534, 65_535]);
  });

  test('names Compose projects and services, of Podman Compose too', () => {
    const docker = { 'com.docker.compose.project': 'shop', 'com.docker.compose.service': 'db' };
    expect(listed({ Labels: docker })).toMatchObject({ composeProject: 'shop', composeService: 'db' });
    const podman = { 'io.podman.compose.project': 'shop', 'io.podman.compose.service': 'db' };
    expect(listed({ Labels: podman })).toMatchObject({ composeProject: 'shop', composeService: 'db' });
  });

  test('takes the own name of a container that others call by one of theirs', () => {
    expect(listed({ Names: ['/proxy/backend', '/web'] })?.name).toBe('web');
  });

  test('names a container without a name by its id, and cuts the digest of an image without one', () => {
    expect(listed({ Names: null, Image: `sha256:${'b'.repeat(64)}` })).toMatchObject({
      name: 'aaaaaaaaaaaa',
      image: 'sha256:bbbbbbbbbbbb',
    });
  });

  test('loses only the entries and ports that are broken', () => {
    const good = { PrivatePort: 80, PublicPort: 8080, Type: 'tcp' };
    const bad = [
      null,
      7,
      {},
      { ...good, PublicPort: '8080' },
      { ...good, PublicPort: 70_000 },
      { ...good, Type: 'sctp' },
    ];
    const text = JSON.stringify([
      null,
      'text',
      {},
      { Id: '../../etc' },
      {
        Id: id,
        Names: [5, '/web'],
        Ports: [...bad, good],
        Labels: { 'desktop.docker.io/ports/80/tcp': 'x' },
      },
    ]);
    expect(parseContainers(text)).toMatchObject([{ name: 'web', published: [{ port: 8080 }] }]);
  });

  test.each(['', '<html>', '{}', 'null', '{"message":"no"}', '[{"Id":'])('is none in %j', (text) => {
    expect(parseContainers(text)).toBeNull();
  });
});

describe('a description', () => {
  test('of a Docker container that nothing restarts', () => {
    expect(parseInspection(capture('inspect-docker-1.24'))).toEqual({
      isRunning: true,
      pid: 10_912,
      restartPolicy: null,
      stopSeconds: null,
      published: [],
    });
  });

  test('of a Podman container', () => {
    expect(parseInspection(capture('inspect-state-podman-compat'))).toMatchObject({
      isRunning: true,
      pid: 1_144_251,
      restartPolicy: null,
    });
  });

  test('tells the policy that restarts it and the time it may take', () => {
    const told = {
      State: { Running: false, Pid: 0 },
      HostConfig: { RestartPolicy: { Name: 'unless-stopped' } },
      Config: { StopTimeout: 60 },
    };
    expect(parseInspection(JSON.stringify(told))).toMatchObject({
      isRunning: false,
      pid: null,
      restartPolicy: 'unless-stopped',
      stopSeconds: 60,
    });
  });

  test.each([
    [
      'docker-20.10.6',
      [
        ['0.0.0.0', 8888],
        ['::', 8888],
      ],
    ],
    ['podman-4', [[null, 38_041]]],
  ])('has the published ports of %s', (name, expected) => {
    const ports: unknown = JSON.parse(capture(`inspect-ports-${name}`));
    const text = JSON.stringify({ State: { Running: true }, NetworkSettings: { Ports: ports } });
    expect(parseInspection(text)?.published.map(({ address, port }) => [address, port])).toEqual(expected);
  });

  test.each(['', '[]', '{}', '{"State":null}'])('is none in %j', (text) => {
    expect(parseInspection(text)).toBeNull();
  });
});
