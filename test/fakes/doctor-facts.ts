import type { DoctorFacts, HeldListener } from '../../electron/core/doctor/facts.ts';
import { findConflict, findReached } from '../../electron/core/doctor/find-reached.ts';
import { parseSymptom } from '../../electron/core/doctor/parse-symptom.ts';
import { know, type PortSocket, unknown } from '../../electron/core/doctor/system-facts.ts';
import type { Listener } from '../../shared/contract/ports.ts';
import type { ProbeAnswer } from '../../shared/contract/probes.ts';
import type { Process } from '../../shared/contract/processes.ts';
import { aListener, aProcess } from './rows.ts';

/** A listener with one owner. */
export function held(
  port: number,
  process: Partial<Process> | null = {},
  listener: Partial<Listener> = {},
): HeldListener {
  const owners = process === null ? [] : [aProcess(process.pid ?? 60_311, process)];
  const hidden = process === null ? { ownersHidden: true, socketUser: 'root' } : {};
  return { listener: aListener(port, owners, { ...hidden, ...listener }), owners };
}

/** Facts about a port that nothing listens on and nothing holds, with what is different here. */
export function factsOf(text: string, change: Partial<DoctorFacts> = {}): DoctorFacts {
  const pasted = parseSymptom(text);
  const listeners = change.listeners ?? [];
  const address = pasted.address ?? '127.0.0.1';
  const somewhere = pasted.address === null && pasted.host === null ? (listeners[0] ?? null) : null;
  return {
    pasted,
    port: pasted.port ?? 0,
    platform: 'linux',
    privileged: false,
    now: Date.parse('2026-01-02T03:55:05.670Z'),
    place: 'here',
    listeners,
    reached: somewhere ?? findReached(listeners, address),
    conflict: findConflict(listeners, pasted),
    javaDebuggers: [],
    localhost: unknown('it was not looked at'),
    answer: unknown('Berth was not allowed to connect'),
    sockets: know([]),
    attempt: listeners.length > 0 ? unknown('something listens there already') : know('free'),
    unlisted: know([]),
    kept: know({
      excluded: [],
      reserved: [],
      ephemeral: { from: 32_768, to: 60_999 },
      firstUnprivileged: 1024,
    }),
    elsewhere: know([]),
    firewall: know({ name: 'ufw', isOn: false, admits: true }),
    freePort: 62_895,
    ...change,
  };
}

export function anAnswer(change: Partial<ProbeAnswer> = {}): ProbeAnswer {
  return {
    listenerId: 'tcp/127.0.0.1/3000',
    owners: [],
    at: '2026-01-02T03:55:05.670Z',
    trigger: 'doctor',
    state: 'identified',
    connectMs: 0.2,
    durationMs: 12,
    protocol: 'http',
    product: null,
    productVersion: null,
    http: null,
    tls: null,
    connections: 1,
    bytesSent: 157,
    bytesReceived: 512,
    steps: ['GET / HTTP/1.1'],
    message: 'It answered HTTP 200.',
    ...change,
  };
}

export function aSocket(change: Partial<PortSocket> = {}): PortSocket {
  return {
    family: 4,
    address: '127.0.0.1',
    remoteAddress: '127.0.0.1',
    remotePort: 5432,
    state: 'connected',
    holder: null,
    endsInMs: null,
    ...change,
  };
}
