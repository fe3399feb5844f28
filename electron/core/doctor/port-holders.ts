import { isJavaDebugger } from './expected-programs.ts';
import type { DoctorFacts } from './facts.ts';
import type { PortSocket } from './system-facts.ts';

/** Sockets that use the port without listening there, whose listener is gone. */
function loose({ listeners, sockets }: DoctorFacts): readonly PortSocket[] {
  if (listeners.length > 0 || !sockets.known) return [];
  return sockets.value.filter(({ state }) => state !== 'listening');
}

/** The connection of a debugger: a Java machine stops listening while one is attached. */
export function attachedDebugger(facts: DoctorFacts): PortSocket | null {
  return (
    loose(facts).find(
      ({ state, holder }) => state === 'connected' && isJavaDebugger(holder?.command ?? []),
    ) ?? null
  );
}

/** Connections that keep the port from being listened on. */
export function openConnections(facts: DoctorFacts): readonly PortSocket[] {
  return loose(facts).filter(({ state }) => state !== 'time-wait');
}

/** What is left of connections that were closed, if nothing else holds the port. */
export function closedConnections(facts: DoctorFacts): readonly PortSocket[] {
  const sockets = loose(facts);
  return sockets.every(({ state }) => state === 'time-wait') ? sockets : [];
}

/** The system says that the port is used, and nothing that uses it is in any table. */
export function isBoundUnseen(facts: DoctorFacts): boolean {
  const { attempt, listeners } = facts;
  return (
    listeners.length === 0 && attempt.known && attempt.value === 'EADDRINUSE' && loose(facts).length === 0
  );
}

/** True for root too where a program of somebody else was turned away. */
export function isPrivileged({ port, kept, privileged, pasted }: DoctorFacts): boolean {
  const isLow = kept.known && port < kept.value.firstUnprivileged;
  return isLow && (!privileged || pasted.symptom === 'permission-denied');
}

/** The range that keeps everybody from listening on the port. */
export function excludedRange({ port, kept }: DoctorFacts) {
  return kept.known ? (kept.value.excluded.find(({ from, to }) => from <= port && port <= to) ?? null) : null;
}

/** What the AirPlay Receiver of macOS listens as; netstat cuts the name. */
export function isAirPlay({ platform, port, listeners }: DoctorFacts): boolean {
  const holdsIt = listeners.some(({ owners }) => owners.some(({ name }) => /^ControlCe/.test(name)));
  return platform === 'darwin' && (port === 5000 || port === 7000) && holdsIt;
}
