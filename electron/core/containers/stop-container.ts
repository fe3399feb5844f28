import type { Clock } from '../lib/clock.ts';
import type { ContainerClient } from './container-client.ts';
import type { EngineContainer, Inspection } from './engine-container.ts';
import { EngineError } from './engine-error.ts';
import { stopCommand } from './stop-command.ts';

/**
 * `stopped`: it ran and runs no more. `not-running`: it had stopped, or was gone, before. `started-again`: the engine
 * says it was stopped, and it runs. `denied`, `failed`: it was not stopped. `unknown`: nobody can say.
 */
export type StopOutcome = 'stopped' | 'not-running' | 'started-again' | 'denied' | 'failed' | 'unknown';

export interface StopResult {
  readonly outcome: StopOutcome;
  readonly waitedMs: number;
  /** The same by hand. */
  readonly command: readonly string[];
  /** One sentence or two. */
  readonly message: string;
}

export interface StopOptions {
  readonly client: ContainerClient;
  readonly clock: Clock;
  /** Ends it at once instead of letting it take the time it was made with. */
  readonly force: boolean;
  readonly signal?: AbortSignal;
}

/** Seconds that Docker and Podman give a container that was made without a time of its own. */
const defaultStopSeconds = 10;
/** Milliseconds beyond that in which the engine has to answer: it kills, unmounts and takes the network down. */
const answerMs = 15_000;

/** Stops a container the way its engine does and looks what became of it. What the engine cannot do is an outcome. */
export async function stopContainer(container: EngineContainer, options: StopOptions): Promise<StopResult> {
  const startedAt = options.clock.elapsed();
  const { outcome, message } = await stopAndLook(container, options);
  const waitedMs = Math.round(options.clock.elapsed() - startedAt);
  return { outcome, message, waitedMs, command: stopCommand(container) };
}

type Seen = Pick<StopResult, 'outcome' | 'message'>;

async function stopAndLook(container: EngineContainer, options: StopOptions): Promise<Seen> {
  const { client, force, signal } = options;
  const title = `Container ${container.name}`;
  try {
    const before = await inspect(client, container.id);
    if (!before?.isRunning) return { outcome: 'not-running', message: `${title} was not running any more.` };
    const grace = force ? 0 : (before.stopSeconds ?? defaultStopSeconds);
    const timeoutMs = Math.max(grace, 0) * 1000 + answerMs;
    await client.stop(container.id, { ...(force && { seconds: 0 }), timeoutMs, ...(signal && { signal }) });
    return await look(container, options);
  } catch (error) {
    return explain(title, error);
  }
}

async function look(container: EngineContainer, { client }: StopOptions): Promise<Seen> {
  const after = await inspect(client, container.id);
  const title = `Container ${container.name}`;
  if (!after?.isRunning) return { outcome: 'stopped', message: `${title} is stopped.` };
  const policy = after.restartPolicy === null ? '' : ` Its restart policy is ${after.restartPolicy}.`;
  return { outcome: 'started-again', message: `${title} was stopped and is running again.${policy}` };
}

/** Null when there is no such container, as after the end of one that was made with `--rm`. */
async function inspect(client: ContainerClient, id: string): Promise<Inspection | null> {
  try {
    return await client.inspect(id);
  } catch (error) {
    if (error instanceof EngineError && error.reason === 'gone') return null;
    throw error;
  }
}

function explain(title: string, error: unknown): Seen {
  if (!(error instanceof EngineError)) throw error;
  switch (error.reason) {
    case 'gone':
      return { outcome: 'not-running', message: `${title} was gone already.` };
    case 'denied':
      return { outcome: 'denied', message: `${title} was not stopped. ${error.message}` };
    case 'absent':
    case 'refused':
      return { outcome: 'failed', message: `${title} was not stopped. ${error.message}` };
    case 'timeout':
    case 'broken':
      return { outcome: 'unknown', message: `${title} may still be running. ${error.message}` };
    case 'aborted':
      return { outcome: 'unknown', message: `${title} may still be running: nobody waited for its end.` };
  }
}
