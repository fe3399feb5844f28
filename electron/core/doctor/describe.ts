import type { DoctorFacts, HeldListener } from './facts.ts';
import { isIpv6 } from './find-reached.ts';
import type { SocketHolder } from './system-facts.ts';

export function withPort(address: string, port: number): string {
  return isIpv6(address) ? `[${address}]:${port}` : `${address}:${port}`;
}

/** Where the text points to: `127.0.0.1:62893`, `localhost:3000`, `port 8080`. */
export function target({ pasted: { address, host }, port }: DoctorFacts): string {
  if (host === 'localhost' || address === null) return host === null ? `port ${port}` : `${host}:${port}`;
  return withPort(address, port);
}

/** `python3, PID 60311`, `nginx, PID 4 and 3 more`, `a program of user root that may not be seen`. */
export function holderOf(held: HeldListener): string {
  const { listener, owners } = held;
  const [first, ...others] = owners;
  if (first) return `${first.name}, PID ${first.pid}${others.length > 0 ? ` and ${others.length} more` : ''}`;
  return listener.socketUser === null
    ? 'a program that may not be seen'
    : `a program of user ${listener.socketUser} that may not be seen`;
}

/** `python3`, for buttons and headlines; null when hidden. */
export function nameOf({ owners: [first] }: HeldListener): string | null {
  return first?.name ?? null;
}

export function socketHolder(holder: SocketHolder | null): string {
  if (holder === null) return 'a program that may not be seen';
  return holder.name === '' ? `PID ${holder.pid}` : `${holder.name}, PID ${holder.pid}`;
}

/** What it is, with who holds it: `Static file server (python3, PID 60311)`. The name of a program keeps its letters. */
export function describeHeld(held: HeldListener): string {
  const product = held.listener.identity?.product;
  if (held.owners.length === 0) return capital(holderOf(held));
  return product === undefined
    ? holderOf(held).replace(/, (PID .*)$/, ' ($1)')
    : `${product} (${holderOf(held)})`;
}

/** `, started 51 minutes ago`; empty where the start is not known. */
export function since({ owners: [first] }: HeldListener, now: number): string {
  const started = first ? Date.parse(first.startTime) : 0;
  // 1970 stands for a start that was not read.
  return started > 0 && started <= now ? `, started ${age(now - started)} ago` : '';
}

function age(ms: number): string {
  const units: readonly (readonly [name: string, ms: number])[] = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
    ['second', 1000],
  ];
  const [name, unit] = units.find(([, size]) => ms >= size) ?? ['second', 1000];
  const count = Math.max(1, Math.floor(ms / unit));
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

export function seconds(ms: number): string {
  const count = Math.ceil(ms / 1000);
  return `${count} second${count === 1 ? '' : 's'}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function listed(parts: readonly string[]): string {
  return [...new Set(parts)].join(', ');
}
