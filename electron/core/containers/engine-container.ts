import type { Protocol } from '../../../shared/contract/ports.ts';
import type { Container } from '../../../shared/contract/processes.ts';
import type { Endpoint } from './container-endpoints.ts';

export type Engine = 'docker' | 'podman';

/** A port of this machine that an engine passes on into a container. */
export interface PublishedPort {
  readonly protocol: Protocol;
  /** Null where the engine does not tell, which means every address. */
  readonly address: string | null;
  readonly port: number;
  readonly containerPort: number;
}

/** A running container as its engine describes it. */
export interface ListedContainer extends Container {
  readonly published: readonly PublishedPort[];
}

/** What only asking for that one container tells. */
export interface Inspection {
  readonly isRunning: boolean;
  /** Its first process as the engine's own kernel numbers it: inside a virtual machine it means nothing here. */
  readonly pid: number | null;
  /** `always`, `unless-stopped`, `on-failure`; null for none. */
  readonly restartPolicy: string | null;
  /** Seconds its engine lets it take to stop; null where the engine's own 10 apply. */
  readonly stopSeconds: number | null;
  readonly published: readonly PublishedPort[];
}

/** A container and who is to be asked about it. */
export interface EngineContainer extends ListedContainer {
  readonly engine: Engine;
  readonly endpoint: Endpoint;
}

/** The part of it that the contract carries. */
export function toContainer(container: EngineContainer): Container {
  const { id, name, image, composeProject, composeService } = container;
  return { id, name, image, composeProject, composeService };
}
