import type { Platform } from '../../../shared/contract/host.ts';
import type { SupervisorFact } from '../../../shared/contract/kill-plan.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import { containerEndpoints, type Endpoint } from './container-endpoints.ts';
import { type ContainerAnswer, ContainerIndex, type ContainerQuestion } from './container-index.ts';
import type { EngineContainer } from './engine-container.ts';
import { EngineError } from './engine-error.ts';
import { containerIdReader, type ReadContainerId } from './read-container-id.ts';
import { readDockerContext } from './read-docker-context.ts';
import { stopCommand } from './stop-command.ts';
import { type StopResult, stopContainer } from './stop-container.ts';

export interface ContainersOptions {
  readonly platform: Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Of this user; null on Windows. */
  readonly uid: number | null;
  readonly clock: Clock;
  /** Null where nobody reads one. */
  readonly log: Log | null;
  /** Milliseconds that `find` waits for an engine at most; 200 unless told. */
  readonly patienceMs?: number;
}

/** What Berth knows of the containers of this machine, and how it stops one. */
export interface Containers {
  /** The container a process runs in, by its cgroup; reads one small file on Linux, and nothing elsewhere. */
  containerIdOf: ReadContainerId;
  /** Whether a listener can be a container's at all, which `find` knows without asking. */
  mayBelong(question: ContainerQuestion): boolean;
  /**
   * The container behind a listener. To be asked whenever a listener is new or has other owners, and again as long as the
   * answer is not final. It costs nothing unless it may belong to one, and `patienceMs` at most.
   */
  find(question: ContainerQuestion): Promise<ContainerAnswer>;
  /** Why containers may go unnamed, for people: `Only root and members of the group docker may use …`. */
  problems(): readonly string[];
  /**
   * For a kill plan: whoever holds the port, the verdict is `stop-instead` with this fact, and no process is ended. The
   * name is `container shop-db-1 (restart policy always)`, or has the image in it where nothing restarts it.
   */
  supervisorOf(container: EngineContainer): Promise<SupervisorFact>;
  /** In place of running the command of that fact. Whether the port is free then is for the caller to look at. */
  stop(container: EngineContainer, force: boolean, signal?: AbortSignal): Promise<StopResult>;
}

export function createContainers(options: ContainersOptions): Containers {
  const { clock, log, patienceMs = 200 } = options;
  const index = new ContainerIndex({ endpoints: () => endpointsNow(options), clock, log, patienceMs });
  return {
    containerIdOf: containerIdReader(options.platform),
    mayBelong: (question) => index.mayBelong(question),
    find: (question) => index.find(question),
    problems: () => index.problems(),
    async supervisorOf(container) {
      const policy = await restartPolicy(index, container);
      const detail = policy === null ? container.image : `restart policy ${policy}`;
      const name = detail === '' ? `container ${container.name}` : `container ${container.name} (${detail})`;
      return { name, command: [...stopCommand(container)] };
    },
    stop(container, force, signal) {
      const client = index.clientOf(container);
      const stopping = stopContainer(container, { client, clock, force, ...(signal && { signal }) });
      return stopping.finally(() => index.expire());
    },
  };
}

async function endpointsNow({ platform, env, home, uid }: ContainersOptions): Promise<readonly Endpoint[]> {
  const contextHost = env.DOCKER_HOST ? null : await readDockerContext(env, home);
  return containerEndpoints({ platform, env, home, uid, contextHost });
}

async function restartPolicy(index: ContainerIndex, container: EngineContainer): Promise<string | null> {
  try {
    return (await index.clientOf(container).inspect(container.id)).restartPolicy;
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}
