import type { Platform } from '../../../shared/contract/host.ts';
import type { LocalhostTruth, ProbeAnswer, ProbePlan } from '../../../shared/contract/probes.ts';
import type { Snapshot } from '../../../shared/contract/snapshot.ts';
import type { Outcome } from '../../../shared/rpc/failure.ts';
import { certain, within } from './deadline.ts';
import type { DoctorFacts, HeldListener } from './facts.ts';
import { findPortNear } from './find-port-near.ts';
import { addressesTried, findConflict, findReached } from './find-reached.ts';
import { findJavaDebuggers, holdersIn } from './held-listeners.ts';
import type { Pasted } from './pasted.ts';
import { type OwnNames, placeOf } from './place-of.ts';
import { type Known, know, type PortSocket, type SystemFacts, unknown } from './system-facts.ts';
import { tryToListen } from './try-to-listen.ts';

/** What the doctor asks the rest of Berth. */
export interface DoctorNeeds extends OwnNames {
  readonly platform: Platform;
  readonly privileged: boolean;
  now(): number;
  /** Scans now. */
  scan(): Promise<Snapshot>;
  readonly system: SystemFacts;
  planProbe(listenerId: string): Promise<Outcome<ProbePlan>>;
  probe(listenerId: string, signal: AbortSignal): Promise<Outcome<ProbeAnswer>>;
  localhost(port: number, connect: boolean, signal: AbortSignal): Promise<LocalhostTruth>;
}

/** Milliseconds for one fact. A probe has limits of its own, which are lower. */
const factMs = 4000;

/** Reads all that the checks look at, side by side as far as one does not need another. */
export async function gatherFacts(
  needs: DoctorNeeds,
  pasted: Pasted,
  port: number,
  connect: boolean,
  signal: AbortSignal,
): Promise<DoctorFacts> {
  const snapshot = await needs.scan();
  const held = holdersIn(snapshot);
  const listeners = held.filter(({ listener }) => listener.port === port && listener.protocol === 'tcp');
  const place = placeOf(pasted, needs);
  const truth = await within(factMs, signal, (either) => certain(needs.localhost(port, false, either)));
  const order = truth.known ? truth.value.order : (['127.0.0.1', '::1'] as const);
  const reached = place === 'here' ? reachedBy(listeners, pasted, order) : null;
  const { system } = needs;
  const [answer, sockets, attempt, kept, elsewhere, firewall, freePort] = await Promise.all([
    within(factMs, signal, (either) => ask(needs, reached, connect, either)),
    within(factMs, signal, (either) => system.socketsOn(port, either)),
    within(factMs, signal, () => attemptOn(listeners, pasted, port, place, needs.platform)),
    within(factMs, signal, (either) => system.keptPorts(either)),
    reached ? know([]) : within(factMs, signal, (either) => system.listenersElsewhere(port, either)),
    isAboutNetwork(pasted, reached)
      ? within(factMs, signal, (either) => system.firewall(port, either))
      : unknown('it was not asked'),
    findPortNear(port, needs).catch(() => null),
  ]);
  // Who binds without listening is looked for in every process, so only when something does.
  const isBound = attempt.known && attempt.value === 'EADDRINUSE' && listeners.length === 0;
  const unlisted = isBound
    ? await within(factMs, signal, (either) => system.unlistedHolders(either))
    : know([]);
  signal.throwIfAborted();
  return {
    pasted,
    port,
    platform: needs.platform,
    privileged: needs.privileged,
    now: needs.now(),
    place,
    listeners,
    reached,
    conflict: findConflict(listeners, pasted),
    javaDebuggers: findJavaDebuggers(held),
    localhost: truth,
    answer,
    sockets: named(sockets, snapshot),
    attempt,
    unlisted,
    kept,
    elsewhere,
    firewall,
    freePort,
  };
}

/** A firewall is a program to start, and has no say between programs of one machine. */
function isAboutNetwork({ symptom }: Pasted, reached: HeldListener | null): boolean {
  return symptom === 'timed-out' || symptom === 'unreachable' || reached?.listener.reach === 'network';
}

function reachedBy(
  listeners: readonly HeldListener[],
  pasted: Pasted,
  localhostOrder: readonly string[],
): HeldListener | null {
  const tried = addressesTried(pasted, localhostOrder);
  if (tried.length === 0) return listeners[0] ?? null;
  for (const address of tried) {
    const found = findReached(listeners, address);
    if (found) return found;
  }
  return null;
}

async function ask(
  needs: DoctorNeeds,
  reached: HeldListener | null,
  connect: boolean,
  signal: AbortSignal,
): Promise<Known<ProbeAnswer>> {
  if (!reached) return unknown('nothing listens there');
  if (!connect) return unknown('Berth was not allowed to connect');
  const plan = await needs.planProbe(reached.listener.id);
  if (!plan.ok) return unknown(withoutStop(plan.failure.message));
  if (plan.value.class === 'never') return unknown(withoutStop(plan.value.reason));
  const answer = await needs.probe(reached.listener.id, signal);
  return answer.ok ? know(answer.value) : unknown(withoutStop(answer.failure.message));
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

/** The address that a program of the text would listen on; every one where it names none. */
async function attemptOn(
  listeners: readonly HeldListener[],
  pasted: Pasted,
  port: number,
  place: DoctorFacts['place'],
  platform: Platform,
): Promise<DoctorFacts['attempt']> {
  if (listeners.length > 0) return unknown('something listens there already');
  if (pasted.side === 'server' && pasted.address !== null)
    return know(await tryToListen(port, pasted.address));
  if (place !== 'here') return unknown('it is about another machine');
  // Both, for a connection over IPv4 keeps the dual-stack wildcard too, but one over IPv6 leaves IPv4 free.
  // Windows asks the person to let a program in that listens on every address.
  if (platform === 'win32') return know(await tryToListen(port, '127.0.0.1'));
  const four = await tryToListen(port, '0.0.0.0');
  if (four !== 'free') return know(four);
  const six = await tryToListen(port, '::');
  return know(six === 'EADDRINUSE' || six === 'EACCES' ? six : 'free');
}

/** Names for pids that the system gave alone. */
function named(sockets: Known<readonly PortSocket[]>, { processes }: Snapshot): Known<readonly PortSocket[]> {
  if (!sockets.known) return sockets;
  return know(
    sockets.value.map((socket) => {
      const process = processes.find(({ pid }) => pid === socket.holder?.pid);
      return process && socket.holder?.command.length === 0
        ? { ...socket, holder: { pid: process.pid, name: process.name, command: process.command } }
        : socket;
    }),
  );
}
