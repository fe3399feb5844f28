import type { HeldSpan } from '../../shared/contract/history.ts';
import type { Listener } from '../../shared/contract/ports.ts';
import type { ProbeAnswer } from '../../shared/contract/probes.ts';

/** What a probe learned, for tests that are about something else. */
export function anAnswer(listener: Listener, change: Partial<ProbeAnswer> = {}): ProbeAnswer {
  return {
    listenerId: listener.id,
    owners: [...listener.owners],
    at: new Date().toISOString(),
    trigger: 'automatic',
    state: 'identified',
    connectMs: 0.2,
    durationMs: 4,
    protocol: 'http',
    product: null,
    productVersion: null,
    http: null,
    tls: null,
    connections: 1,
    bytesSent: 82,
    bytesReceived: 300,
    steps: ['GET / HTTP/1.1'],
    message: 'It answers.',
    ...change,
  };
}

/** A web page that answered. */
export function aPage(title: string | null, server: string | null, status = 200): ProbeAnswer['http'] {
  return { status, title, server, poweredBy: null, location: null, contentType: 'text/html' };
}

/** One holder of a port so many minutes ago, for so many minutes; without an end it holds it still. */
export function aSpan(
  port: number,
  minutesAgo: number,
  minutes: number | null,
  change: Partial<HeldSpan> = {},
) {
  const from = Date.now() - minutesAgo * 60_000;
  const span: HeldSpan = {
    id: `span-${port}-${minutesAgo}`,
    port,
    protocol: 'tcp',
    addresses: ['127.0.0.1'],
    reach: 'machine',
    name: 'python3',
    pid: 60_311,
    program: null,
    project: null,
    what: null,
    from: new Date(from).toISOString(),
    sinceBefore: false,
    to: minutes === null ? null : new Date(from + minutes * 60_000).toISOString(),
    ended: minutes === null ? null : 'closed',
    ...change,
  };
  return span;
}
