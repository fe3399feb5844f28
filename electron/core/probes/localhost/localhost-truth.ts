import type { Platform } from '../../../../shared/contract/host.ts';
import type { Listener } from '../../../../shared/contract/ports.ts';
import type { LocalhostTruth } from '../../../../shared/contract/probes.ts';
import type { Process } from '../../../../shared/contract/processes.ts';
import { formatAddress, nameHolder } from '../describe-holder.ts';
import { type Held, mayBeSameProgram } from './same-program.ts';
import { isLoopback, type LoopbackAddress, plainAddress, whoIsReached } from './who-is-reached.ts';

export interface TruthFacts {
  readonly port: number;
  /** Everything that listens on the port. */
  readonly listeners: readonly Listener[];
  /** Those that IPv4 may reach, where that is known better than the list tells. */
  readonly overIpv4?: readonly Listener[];
  readonly ownersOf: (listener: Listener) => readonly Process[];
  /** Where the name leads on this machine. */
  readonly order: readonly LoopbackAddress[];
  readonly platform: Platform;
}

const addresses: readonly LoopbackAddress[] = ['127.0.0.1', '::1'];

/** What `localhost:PORT` means here, from the list alone. */
export function localhostTruth(facts: TruthFacts): LocalhostTruth {
  const { port, order } = facts;
  const paths = addresses.map((address) => {
    const held = heldAt(address, facts);
    return {
      address,
      listenerId: held?.listener.id ?? null,
      holder: held && nameHolder(held.listener, held.owners),
      connected: 'not-tried' as const,
    };
  });
  return { port, order: [...order], paths, ...verdictOf(facts) };
}

/** A sentence when the name leads to another program than this listener's own address does. */
export function localhostNote(listener: Listener, facts: TruthFacts): string | null {
  const address = plainAddress(listener);
  if (listener.protocol !== 'tcp') return null;
  if (!isLoopback(address) && address !== '0.0.0.0' && address !== '::') return null;
  const first = facts.order.find((one) => heldAt(one, facts) !== null);
  const reached = first === undefined ? null : heldAt(first, facts);
  if (first === undefined || reached === null) return null;
  if (mayBeSameProgram(reached, { listener, owners: facts.ownersOf(listener) })) return null;
  const holder = nameHolder(reached.listener, reached.owners);
  return `localhost:${facts.port} leads to ${holder} at ${formatAddress(first, facts.port)}, not to this program.`;
}

function heldAt(address: LoopbackAddress, facts: TruthFacts): Held | null {
  const { listeners, overIpv4 = listeners, platform, ownersOf } = facts;
  const listener = whoIsReached(address, address === '::1' ? listeners : overIpv4, platform);
  return listener && { listener, owners: ownersOf(listener) };
}

function verdictOf(facts: TruthFacts): Pick<LocalhostTruth, 'verdict' | 'message'> {
  const { port, order } = facts;
  const tried = order.map((address) => ({ address, held: heldAt(address, facts) }));
  const reached = tried.flatMap(({ address, held }) => (held ? [{ address, held }] : []));
  const [first, second] = reached;
  if (!first) return { verdict: 'nobody', message: `Nothing listens where localhost:${port} leads.` };
  const name = nameHolder(first.held.listener, first.held.owners);
  const missing = tried.find(({ held }) => held === null);
  if (missing) {
    const gap = `nothing listens on ${formatAddress(missing.address, port)}`;
    const isFirst = missing.address === order[0];
    const message = `localhost:${port} leads to ${name} on ${first.address}; ${gap}${isFirst ? ', which is tried first' : ''}.`;
    return { verdict: 'one-family', message };
  }
  if (!second || mayBeSameProgram(first.held, second.held)) {
    return { verdict: 'same', message: `localhost:${port} leads to ${name}.` };
  }
  const other = nameHolder(second.held.listener, second.held.owners);
  const message = `localhost:${port} leads to ${name} on ${first.address} first; ${formatAddress(second.address, port)} is ${other}.`;
  return { verdict: 'different-programs', message };
}
