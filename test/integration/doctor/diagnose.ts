import { connect as connectTcp } from 'node:net';
import { networkInterfaces } from 'node:os';
import { connect as connectTls } from 'node:tls';
import { onTestFinished } from 'vitest';
import { createCore } from '../../../electron/core/create-core.ts';
import { chooseSystemFacts } from '../../../electron/core/doctor/choose-system-facts.ts';
import { createDoctor } from '../../../electron/core/doctor/create-doctor.ts';
import { systemClock } from '../../../electron/core/lib/clock.ts';
import { forkNodeProgram } from '../../../electron/core/lib/fork-node-program.ts';
import { type Diagnosis, diagnosisSchema } from '../../../shared/contract/doctor.ts';
import type { LocalhostTruth, ProbeAnswer } from '../../../shared/contract/probes.ts';
import type { Snapshot } from '../../../shared/contract/snapshot.ts';
import { succeed } from '../../../shared/rpc/failure.ts';
import { anAnswer } from '../../fakes/doctor-facts.ts';
import { SilentLog } from '../../fakes/silent-log.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

/** The doctor on this very machine: real scans and real system facts. Its probe makes one real connection or two. */
export async function diagnose(text: string, connect = true): Promise<Diagnosis> {
  const core = createCore({
    version: '1.2.3',
    platform: 'linux',
    dataFolder: await temporaryFolder(),
    clock: systemClock,
    log: new SilentLog(),
    scanWorkerFile: null,
    folderProgramFile: '',
    startNodeProgram: forkNodeProgram,
  });
  onTestFinished(() => core.close());
  const listenerOf = (id: string) => core.snapshot().listeners.find((one) => one.id === id);
  const doctor = createDoctor({
    platform: 'linux',
    privileged: core.host.privileged,
    hostname: core.host.hostname,
    now: Date.now,
    scan: () => core.refresh(),
    ownAddresses: () =>
      Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address)),
    async findFreePort() {
      const found = await core.findFreePorts({ count: 1, range: null });
      return found.ok ? (found.value.ports[0] ?? null) : null;
    },
    system: chooseSystemFacts('linux'),
    planProbe: async (listenerId) =>
      succeed({ listenerId, class: 'on-request', reason: 'You asked for it.', sends: 'one request' }),
    async probe(listenerId) {
      const listener = listenerOf(listenerId);
      const answer = listener ? await ask(listener.address, listener.port) : { state: 'refused' as const };
      return succeed(anAnswer({ listenerId, ...answer }));
    },
    localhost: async (port) => truthFrom(core.snapshot(), port),
  });
  const found = await doctor.diagnose({ text, connect }, new AbortController().signal);
  return diagnosisSchema.parse(found);
}

function truthFrom({ listeners }: Snapshot, port: number): LocalhostTruth {
  const paths = (['127.0.0.1', '::1'] as const).map((address) => {
    const found = listeners.find(
      (one) => one.protocol === 'tcp' && one.port === port && [address, '::'].includes(one.address),
    );
    return {
      address,
      listenerId: found?.id ?? null,
      holder: found?.owners[0] ?? null,
      connected: 'not-tried' as const,
    };
  });
  const holders = new Set(paths.flatMap(({ holder }) => holder ?? []));
  const verdict =
    holders.size === 0
      ? 'nobody'
      : holders.size === 2
        ? 'different-programs'
        : paths.every(({ listenerId }) => listenerId !== null)
          ? 'same'
          : 'one-family';
  return {
    port,
    order: ['127.0.0.1', '::1'],
    paths,
    verdict,
    message: `${holders.size} programs listen there.`,
  };
}

async function ask(address: string, port: number): Promise<Partial<ProbeAnswer>> {
  const plain = await exchange(() => connectTcp(port, address));
  if (/^HTTP\/1\.\d 2/.test(plain)) return { state: 'identified', protocol: 'http' };
  if (plain === 'silent') return { state: 'silent', protocol: null, durationMs: 300 };
  const secure = await exchange(() => connectTls({ port, host: address, rejectUnauthorized: false }));
  if (secure.startsWith('HTTP/')) return { state: 'identified', protocol: 'https' };
  return { state: 'hung-up', protocol: null };
}

/** Asks for the root page and gives what came, `silent` after 300 ms without a word, or nothing. */
function exchange(open: () => ReturnType<typeof connectTcp>): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = open();
    const timer = setTimeout(() => end('silent'), 300);
    const end = (result: string) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(result);
    };
    socket.on('error', () => end(text));
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      end(text);
    });
    socket.on('close', () => end(text));
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
  });
}
