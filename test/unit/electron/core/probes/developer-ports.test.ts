import { expect, test } from 'vitest';
import { imageContent } from '../../../../../electron/core/probes/container-images.ts';
import { developerPort, developerPorts } from '../../../../../electron/core/probes/developer-ports.ts';
import { stepBytes } from '../../../../../electron/core/probes/steps.ts';
import { serviceKindSchema } from '../../../../../shared/contract/identity.ts';

test('the table holds about 150 ports, each once, of known kinds and languages', () => {
  const rows = developerPorts();
  expect(rows.length).toBeGreaterThanOrEqual(150);
  expect(new Set(rows.map(({ port, protocol }) => `${port}${protocol}`)).size).toBe(rows.length);
  for (const { kind, step } of rows) {
    serviceKindSchema.parse(kind);
    if (step) expect(() => stepBytes(step, { port: 1, version: '1' })).not.toThrow();
  }
});

test('TCP and UDP are told apart', () => {
  expect(developerPort(53, 'udp')?.product).toBe('DNS');
  expect(developerPort(5432, 'udp')).toBeNull();
});

test.each([
  ['postgres', 'PostgreSQL'],
  ['docker.io/library/postgres:16-alpine', 'PostgreSQL'],
  ['localhost:5000/team/redis@sha256:abc', 'Redis'],
  ['bitnami/mariadb:11', 'MariaDB'],
])('the image %s holds %s', (image, product) => {
  expect(imageContent(image)?.product).toBe(product);
});

test('an image of a team says nothing', () => {
  expect(imageContent('registry.local:5000/shop/api:2')).toBeNull();
});
