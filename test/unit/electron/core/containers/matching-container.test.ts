import { expect, test } from 'vitest';
import type {
  EngineContainer,
  PublishedPort,
} from '../../../../../electron/core/containers/engine-container.ts';
import { matchingContainer } from '../../../../../electron/core/containers/matching-container.ts';

function container(name: string, ...published: readonly Partial<PublishedPort>[]): EngineContainer {
  return {
    id: name,
    name,
    image: 'nginx',
    composeProject: null,
    composeService: null,
    engine: 'docker',
    endpoint: { kind: 'socket', path: '/run/engine.sock', isDefault: true },
    published: published.map((port) => ({
      protocol: 'tcp',
      address: null,
      port: 80,
      containerPort: 80,
      ...port,
    })),
  };
}

function find(address: string, ...containers: readonly EngineContainer[]): string | null {
  return matchingContainer(containers, { protocol: 'tcp', address, port: 80 })?.name ?? null;
}

test('tells two containers apart that publish one port on two addresses', () => {
  const both = [container('one', { address: '127.0.0.2' }), container('two', { address: '127.0.0.3' })];
  expect(find('127.0.0.3', ...both)).toBe('two');
  expect(find('127.0.0.2', ...both)).toBe('one');
  expect(find('10.0.0.9', ...both)).toBeNull();
});

test('prefers the address that was published over one that stands for all', () => {
  const both = [container('all', { address: '0.0.0.0' }), container('one', { address: '127.0.0.1' })];
  expect(find('127.0.0.1', ...both)).toBe('one');
  expect(find('10.0.0.9', ...both)).toBe('all');
});

test('accepts a proxy that listens on `::` for every address, or on ::1 for a virtual machine', () => {
  expect(find('::', container('web', { address: '0.0.0.0' }))).toBe('web');
  expect(find('::', container('web', {}))).toBe('web');
  expect(find('::1', container('web', { address: '127.0.0.1' }))).toBe('web');
});

test('keeps IPv4 and IPv6 of two containers apart', () => {
  const both = [container('six', { address: '::' }), container('four', { address: '0.0.0.0' })];
  expect(find('127.0.0.1', ...both)).toBe('four');
  expect(find('::1', ...both)).toBe('six');
});

test('does not take a port of one address for a listener on all', () => {
  expect(find('0.0.0.0', container('web', { address: '127.0.0.1' }))).toBeNull();
});

test('does not mix protocols or ports', () => {
  expect(find('0.0.0.0', container('dns', { protocol: 'udp' }), container('web', { port: 81 }))).toBeNull();
});

test('names the container of a pod that does the work', () => {
  const pause = { ...container('pod-infra', {}), image: 'localhost/podman-pause:5.2.2-0' };
  expect(find('0.0.0.0', pause, container('web', {}))).toBe('web');
  expect(find('0.0.0.0', container('web', {}), pause)).toBe('web');
  expect(find('0.0.0.0', pause)).toBe('pod-infra');
});
