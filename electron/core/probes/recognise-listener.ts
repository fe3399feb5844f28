import type { Identity } from '../../../shared/contract/identity.ts';
import type { Listener } from '../../../shared/contract/ports.ts';
import type { Container, Process } from '../../../shared/contract/processes.ts';
import { isContainerProxy } from '../lib/is-container-proxy.ts';
import { commandFacts } from './command-facts.ts';
import { imageContent } from './container-images.ts';
import { recogniseByParent } from './recognise-by-parent.ts';
import { recogniseByPort } from './recognise-by-port.ts';
import { recogniseProgram } from './recognise-program.ts';
import { recogniseDebugger } from './recognisers/debuggers.ts';
import { recogniseByProject } from './recognisers/project-frameworks.ts';
import { recogniseSsh } from './recognisers/tunnels.ts';
import type { Recognition } from './recognition.ts';

/** Everything that is known about a listener without a connection. */
export interface ListenerFacts {
  readonly listener: Listener;
  /** Those of its owners that could be read. */
  readonly owners: readonly Process[];
}

/** What must never be touched wins over everything else that is held by the same processes. */
const harmful: ReadonlySet<Identity['kind']> = new Set(['debugger', 'tunnel', 'one-shot', 'login-callback']);

/** Kinds of which a number alone says too little. */
const vague: ReadonlySet<Identity['kind']> = new Set(['dev-server', 'web', 'other']);

/** What something is, from everything but a connection. */
export function recogniseListener({ listener, owners }: ListenerFacts): Recognition | null {
  if (typeof listener.folderId === 'string') return servedFolder(listener.folderId);
  const found = owners.flatMap((owner) => ofProcess(owner, listener) ?? []);
  const dangerous = found.find(({ identity }) => harmful.has(identity.kind));
  if (dangerous) return dangerous;
  const container = listener.container ?? owners.find((owner) => owner.container !== null)?.container ?? null;
  if (container !== null) return ofContainer(container, listener);
  const [first] = found;
  if (!first) {
    const fromProject = firstOf(owners, (owner) => recogniseByProject(owner, listener));
    return fromProject ?? recogniseByPort({ listener, owners }) ?? firstOf(owners, recogniseByParent);
  }
  if (!owners.some(isContainerProxy)) return first;
  // The name of a proxy says less than the number of the port that it passes on.
  const byPort = recogniseByPort({ listener, owners: [] });
  if (!byPort || vague.has(byPort.identity.kind)) return first;
  return { ...byPort, identity: { ...byPort.identity, target: first.identity.target } };
}

function firstOf(
  owners: readonly Process[],
  recognise: (owner: Process) => Recognition | null,
): Recognition | null {
  for (const owner of owners) {
    const found = recognise(owner);
    if (found) return found;
  }
  return null;
}

function ofProcess(owner: Process, { port, protocol }: Listener): Recognition | null {
  const facts = commandFacts(owner);
  if (protocol === 'udp') return recogniseProgram(facts);
  return recogniseDebugger(facts, port) ?? recogniseSsh(facts, port) ?? recogniseProgram(facts);
}

function servedFolder(folderId: string): Recognition {
  const identity: Identity = {
    kind: 'served-folder',
    product: 'Folder served by Berth',
    target: null,
    confidence: 'certain',
    source: 'berth',
    evidence: `folder ${folderId}`,
  };
  return { identity, step: 'http', gentle: true };
}

function ofContainer(container: Container, listener: Listener): Recognition {
  const content = imageContent(container.image);
  const byPort = recogniseByPort({ listener, owners: [] });
  const name = container.composeService ?? container.name;
  const identity = (kind: Identity['kind'], product: string): Identity => ({
    kind,
    product,
    target: name === '' ? null : name.slice(0, 300),
    confidence: content === null ? 'possible' : 'likely',
    source: 'container',
    evidence: `image ${container.image}`.slice(0, 300),
  });
  const isVague = content === null || content.kind === 'dev-server';
  const isDebugger = isVague && byPort?.identity.kind === 'debugger';
  if (byPort && (isDebugger || isSameProduct(byPort.identity.product, content?.product))) {
    const { kind, product } = byPort.identity;
    return { ...byPort, identity: { ...identity(kind, product), confidence: 'likely' } };
  }
  if (content)
    return { identity: identity(content.kind, content.product), step: content.step, gentle: false };
  return {
    identity: identity('container', `Container ${container.name}`.slice(0, 200)),
    step: byPort?.step ?? null,
    gentle: false,
  };
}

/** The ports of one product have names of their own: `RabbitMQ management`. */
function isSameProduct(byPort: string, ofImage: string | undefined): boolean {
  return ofImage !== undefined && byPort.split(' ')[0] === ofImage.split(' ')[0];
}
