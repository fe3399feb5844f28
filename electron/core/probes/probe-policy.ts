import type { ProbeClass, ServiceKind } from '../../../shared/contract/identity.ts';
import type { Listener } from '../../../shared/contract/ports.ts';
import type { Process } from '../../../shared/contract/processes.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { isContainerProxy } from '../lib/is-container-proxy.ts';
import { plainAddress } from './localhost/who-is-reached.ts';
import { baseName } from './path-names.ts';
import type { Recognition } from './recognition.ts';
import { describeStep } from './steps.ts';
import { whyUntouched } from './untouched-ports.ts';

export interface PolicyFacts {
  readonly listener: Listener;
  /** Those of its owners that could be read. */
  readonly owners: readonly Process[];
  readonly recognition: Recognition | null;
  /** Loopback addresses that lead to this listener and to nobody else. */
  readonly addresses: readonly string[];
  readonly settings: Pick<Settings, 'automaticProbing' | 'neverProbeNames' | 'neverProbePorts'>;
  readonly ownPid: number;
  /** Name of the user that Berth runs as, null when unknown. */
  readonly ownUser: string | null;
}

export interface ProbeDecision {
  readonly class: ProbeClass;
  /** Why, as a sentence. */
  readonly reason: string;
  /** What would be sent, as a sentence; null where nothing ever is. */
  readonly sends: string | null;
}

/** Gives the reason when the rule applies. */
type Rule = (facts: PolicyFacts) => string | null;

/** Whether Berth may connect to a listener. The first rule that applies is the reason. */
export function probePolicy(facts: PolicyFacts): ProbeDecision {
  const never = firstReason(neverRules, facts);
  if (never !== null) return { class: 'never', reason: never, sends: null };
  const sends = describeStep(facts.recognition?.step ?? 'http');
  const asked = firstReason(onRequestRules, facts);
  if (asked !== null) return { class: 'on-request', reason: asked, sends };
  const product = facts.recognition?.identity.product ?? 'It';
  const reason =
    facts.settings.automaticProbing === 'ask'
      ? `${product} takes one cheap request; Berth waits until you say so.`
      : `${product} is known to take one cheap request, so Berth asks once by itself.`;
  return { class: 'automatic', reason, sends };
}

function firstReason(rules: readonly Rule[], facts: PolicyFacts): string | null {
  for (const rule of rules) {
    const reason = rule(facts);
    if (reason !== null) return reason;
  }
  return null;
}

const neverRules: readonly Rule[] = [
  ({ listener }) =>
    listener.protocol === 'udp'
      ? 'UDP is not probed: one datagram to an unknown service can set off anything.'
      : null,
  ({ listener, settings }) =>
    settings.neverProbePorts.includes(listener.port)
      ? `You told Berth never to connect to port ${listener.port}.`
      : null,
  ({ owners, settings }) => {
    if (settings.neverProbeNames.length === 0) return null;
    const name = owners.flatMap(namesOf).find((one) => isListed(one, settings.neverProbeNames));
    return name === undefined ? null : `You told Berth never to connect to ${name}.`;
  },
  ({ owners, listener, ownPid }) =>
    listener.folderId === undefined || listener.folderId === null
      ? owners.some(({ pid }) => pid === ownPid)
        ? 'This is Berth itself.'
        : null
      : null,
  ({ owners }) => {
    const manager = owners.find(isServiceManager);
    return manager ? `${manager.name} holds it for a service: a connection could start that service.` : null;
  },
  harmOfKind,
  harmOfPort,
  ({ listener, addresses }) => (addresses.length === 0 ? unreachable(listener) : null),
];

/** Why nothing of this kind is touched. */
const harmfulKinds: Partial<Record<ServiceKind, string>> = {
  debugger: 'a connection can take the place of the debugger or end the program',
  tunnel: 'a connection would go on to the other end of the tunnel',
  'one-shot': 'it serves one connection and is gone',
  'login-callback': 'it waits for one answer, and a stray request can end the login',
};

function harmOfKind({ recognition }: PolicyFacts): string | null {
  if (!recognition) return null;
  const { kind, product } = recognition.identity;
  const harm = harmfulKinds[kind];
  // The inspectors of Node.js and Chrome answer a request for their version without being attached to.
  if (harm === undefined || recognition.step === 'inspector') return null;
  return `Berth leaves ${product} alone: ${harm}.`;
}

/** Numbers count only as long as nothing else says what it really is; what a project depends on does not say that. */
function harmOfPort({ listener, recognition }: PolicyFacts): string | null {
  const { source, confidence } = recognition?.identity ?? { source: 'port-number', confidence: 'possible' };
  const isKnown = source !== 'port-number' && source !== 'project';
  if (isKnown && confidence !== 'possible') return null;
  const harm = whyUntouched(listener.port);
  return harm === null ? null : `Port ${listener.port}: ${harm}.`;
}

function unreachable(listener: Listener): string {
  const address = plainAddress(listener);
  return address === '0.0.0.0' || address === '::'
    ? `On this machine port ${listener.port} leads to another program, which listens on the exact address.`
    : `It listens on ${address} only, and Berth connects to loopback addresses only.`;
}

const onRequestRules: readonly Rule[] = [
  ({ settings }) => (settings.automaticProbing === 'off' ? 'Berth connects only when you say so.' : null),
  ({ recognition }) =>
    recognition?.identity.kind === 'debugger' ? 'An inspector is asked only on request.' : null,
  ({ owners, listener }) =>
    (listener.container ?? null) !== null ||
    owners.some((owner) => owner.container !== null || isContainerProxy(owner))
      ? 'It leads into a container, so Berth connects only when you say so.'
      : null,
  ({ owners, listener }) =>
    listener.ownersHidden || owners.length === 0
      ? 'Berth cannot see who holds it, so it connects only when you say so.'
      : null,
  ({ owners, ownUser }) => {
    const stranger = owners.find(({ user }) => user === null || ownUser === null || user !== ownUser);
    if (!stranger) return null;
    return `It belongs to user ${stranger.user ?? 'unknown'}, so Berth connects only when you say so.`;
  },
  ({ listener }) =>
    listener.port < 1024 ? 'Services on ports below 1024 are asked only when you say so.' : null,
  ({ recognition }) =>
    recognition === null ? 'Berth does not know what it is, so it asks only when you say so.' : null,
  ({ recognition }) => reasonOfKind[recognition?.identity.kind ?? 'other'] ?? null,
  ({ recognition }) =>
    recognition?.gentle === true && recognition.identity.confidence === 'certain'
      ? null
      : `A request to ${recognition?.identity.product ?? 'it'} could run code, so Berth asks only when you say so.`,
];

const reasonOfKind: Partial<Record<ServiceKind, string>> = {
  database: 'Databases are asked only when you say so.',
  cache: 'Databases are asked only when you say so.',
  search: 'Databases are asked only when you say so.',
  broker: 'Message brokers are asked only when you say so.',
  container: 'Container engines are asked only when you say so.',
};

const serviceManagers = new Set(
  'launchd systemd init inetd xinetd openbsd-inetd svchost services'.split(' '),
);

/** Processes that hold sockets for others: the first process, and what Windows keeps for http.sys and its services. */
function isServiceManager({ pid, name }: Process): boolean {
  if (pid <= 1) return true;
  const base = baseName(name);
  return serviceManagers.has(base) || (pid === 4 && base === 'system');
}

function namesOf({ name, executable, command }: Process): readonly string[] {
  return [name, baseName(executable ?? ''), baseName(command[0] ?? '')].filter((one) => one !== '');
}

function isListed(name: string, listed: readonly string[]): boolean {
  const plain = baseName(name);
  return listed.some((one) => baseName(one) === plain);
}
