import { spawn } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { existsSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readLocalhostOrder } from '../../../electron/core/probes/localhost/read-localhost-order.ts';
import type { Platform } from '../../../shared/contract/host.ts';
import { localhostTruthSchema } from '../../../shared/contract/probes.ts';
import { ownPort } from '../../helpers/own-port.ts';
import { probesHere } from './probes-here.ts';

const platform = process.platform as Platform;
// Looked up only where the file answers: elsewhere the question could leave this machine.
const isNamed =
  existsSync('/etc/hosts') && /^[^#]*\slocalhost(\s|$)/m.test(readFileSync('/etc/hosts', 'utf8'));
const hasBoth = Object.values(networkInterfaces()).some((all) =>
  all?.some(({ address }) => address === '::1'),
);

function serve(port: number, host: string): void {
  const file = path.resolve(import.meta.dirname, '../../programs/serve-and-stay.mjs');
  const child = spawn(process.execPath, [file, String(port), host], { stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
}

describe('localhost on this machine', () => {
  test.skipIf(!isNamed)('leads where the resolver of the system says', async () => {
    const found = await lookup('localhost', { all: true, verbatim: true });
    const usable = new Set<string>(readLocalhostOrder(platform));
    const asked = [...new Set(found.map(({ address }) => address))].filter((address) => usable.has(address));
    expect(readLocalhostOrder(platform)).toEqual(asked);
  });

  test.skipIf(!hasBoth)(
    'is told apart where two programs share a port, and confirmed by connecting',
    async () => {
      const port = await ownPort();
      serve(port, '127.0.0.1');
      const here = await probesHere({}, ['::1', '127.0.0.1']);
      await here.listenerOn(port);
      serve(port, '::1');
      const both = async () => {
        for (;;) {
          await here.listenerOn(port);
          const told = await here.probes.localhost({ port, connect: false }, new AbortController().signal);
          if (told.paths.every(({ listenerId }) => listenerId !== null)) return told;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      };
      const told = localhostTruthSchema.parse(await both());
      expect(told.verdict).toBe('different-programs');
      expect(told.paths.map(({ connected }) => connected)).toEqual(['not-tried', 'not-tried']);
      expect(here.probes.activity().connections).toBe(0);
      const confirmed = await here.probes.localhost({ port, connect: true }, new AbortController().signal);
      expect(confirmed.paths.map(({ connected }) => connected)).toEqual(['yes', 'yes']);
      expect(here.probes.activity()).toMatchObject({ connections: 2, bytesSent: 0 });
    },
  );

  test.skipIf(!hasBoth || platform !== 'linux').each([
    [false, 'same'],
    [true, 'one-family'],
  ])(
    'knows a wildcard for IPv6 only (%s) from one for both, without connecting',
    async (ipv6Only, verdict) => {
      const server = createServer();
      onTestFinished(() => void server.close());
      await new Promise<void>((resolve) => server.listen({ port: 0, host: '::', ipv6Only }, resolve));
      let connections = 0;
      server.on('connection', () => {
        connections += 1;
      });
      const { port } = server.address() as AddressInfo;
      const here = await probesHere({}, ['::1', '127.0.0.1']);
      await here.listenerOn(port);
      const told = await here.probes.localhost({ port, connect: false }, new AbortController().signal);
      expect(told.verdict).toBe(verdict);
      expect(connections).toBe(0);
      expect(here.probes.activity().connections).toBe(0);
    },
  );
});
