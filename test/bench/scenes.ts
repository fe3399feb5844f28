/** What runs on the machine while a scan is measured, and how much of `ss -H -tlnp` a scan may cost there. */
export interface Scene {
  readonly name: string;
  readonly load: {
    readonly processes: number;
    readonly servers: number;
    readonly listeners: number;
    readonly udp: number;
    readonly descriptors: number;
    readonly connections: number;
  };
  readonly target: number;
  readonly rounds: number;
}

export const scenes: readonly Scene[] = [
  {
    name: '20 listeners, 100 processes',
    load: { processes: 100, servers: 10, listeners: 20, udp: 10, descriptors: 15, connections: 0 },
    target: 0.5,
    rounds: 40,
  },
  {
    name: '40 listeners, a desktop',
    load: { processes: 360, servers: 30, listeners: 40, udp: 60, descriptors: 33, connections: 400 },
    target: 0.15,
    rounds: 30,
  },
  {
    name: '1,000 listeners',
    load: { processes: 300, servers: 200, listeners: 1000, udp: 50, descriptors: 28, connections: 0 },
    target: 0.22,
    rounds: 30,
  },
  {
    name: '10,000 listeners',
    load: { processes: 600, servers: 500, listeners: 10_000, udp: 100, descriptors: 90, connections: 0 },
    target: 0.11,
    rounds: 12,
  },
  {
    name: '20 listeners, 16,000 connections',
    load: { processes: 100, servers: 10, listeners: 20, udp: 10, descriptors: 15, connections: 16_000 },
    target: 0.1,
    rounds: 20,
  },
];
