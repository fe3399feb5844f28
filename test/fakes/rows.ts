import type { Listener } from '../../shared/contract/ports.ts';
import { processKey } from '../../shared/contract/process-key.ts';
import type { Process } from '../../shared/contract/processes.ts';

/** A process row for tests that are about something else. */
export function aProcess(pid: number, change: Partial<Process> = {}): Process {
  const startTime = change.startTime ?? '2026-01-02T03:04:05.670Z';
  return {
    key: processKey({ pid, startTime }),
    pid,
    startTime,
    name: 'node',
    command: ['node', 'server.js'],
    executable: '/usr/bin/node',
    cwd: '/srv/shop',
    user: 'maya',
    parents: [],
    origin: null,
    project: null,
    container: null,
    ...change,
  };
}

/** A listener row on 127.0.0.1 for tests that are about something else. */
export function aListener(
  port: number,
  owners: readonly Process[],
  change: Partial<Listener> = {},
): Listener {
  const address = change.address ?? '127.0.0.1';
  const protocol = change.protocol ?? 'tcp';
  return {
    id: `${protocol}/${address}/${port}`,
    protocol,
    family: address.includes(':') ? 6 : 4,
    address,
    port,
    reach: 'machine',
    range: 'dynamic',
    serviceName: null,
    label: null,
    owners: owners.map((owner) => owner.key),
    ownersHidden: false,
    socketUser: 'maya',
    ...change,
  };
}
