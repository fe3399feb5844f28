import type { Platform } from '../../../shared/contract/host.ts';
import type { KillTarget } from '../../../shared/contract/kill.ts';
import { isContainerProxy } from '../lib/is-container-proxy.ts';
import type { ProcessIdentity } from './process-reader.ts';
import {
  isOfItsService,
  isOfUserManager,
  knownRestarter,
  namelessContainer,
  type SupervisedProgram,
  type Supervision,
  serviceSupervision,
} from './supervision.ts';
import type { SupervisorTools } from './supervisor-tools.ts';

/** The container that a holder of a port is in or leads into. */
export type ContainerOf = (holder: ProcessIdentity) => Promise<FoundContainer | null> | FoundContainer | null;

/** The container that a port leads into whose holder may not be seen. */
export type ContainerBehind = (
  port: Pick<KillTarget, 'port' | 'protocol'>,
) => Promise<FoundContainer | null> | FoundContainer | null;

export interface FoundContainer {
  readonly id: string;
  readonly name: string;
  readonly stopCommand: readonly string[];
}

export interface SupervisionQuestion {
  readonly platform: Platform;
  readonly tools: SupervisorTools;
  readonly containerOf: ContainerOf | undefined;
  /** Numeric id of the user who runs Berth; null on Windows. */
  readonly uid: number | null;
}

/** Who would start this program again. The nearest one counts; null when nobody is known to. */
export async function findSupervision(
  program: SupervisedProgram,
  { platform, tools, containerOf, uid }: SupervisionQuestion,
): Promise<Supervision | null> {
  const container = await containerOf?.(program.facts);
  if (container) {
    return containerSupervision(container, isContainerProxy(program.facts));
  }
  const known = namelessContainer(program) ?? knownRestarter(program, await tools.marksOf(program.facts.pid));
  if (known) return known;
  const { service, user } = program.facts;
  if (service === null || !isOfItsService(program)) return null;
  const isUsers = isOfUserManager(program);
  const restartPolicy = platform === 'linux' ? await tools.restartPolicy(service, isUsers) : null;
  return serviceSupervision(platform, service, { isUsers, restartPolicy, uid, user });
}

export function containerSupervision(
  { id, name, stopCommand }: FoundContainer,
  isProxy: boolean,
): Supervision {
  return { name: `container ${name}`, command: stopCommand, restarts: true, isProxy, containerId: id };
}
