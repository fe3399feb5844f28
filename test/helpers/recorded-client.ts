import { type CallClient, connectCalls } from '../../shared/rpc/connect-calls.ts';
import type { RpcFailure } from '../../shared/rpc/failure.ts';
import type { Pipe } from '../../shared/rpc/pipe.ts';
import type { TestCalls } from '../fakes/test-service.ts';

export interface RecordedClient {
  readonly client: CallClient<TestCalls>;
  readonly welcomes: unknown[];
  readonly events: [name: string, payload: unknown][];
  readonly failures: RpcFailure[];
  readonly closed: string[];
}

/** The real client, keeping everything that it was told. */
export function connectRecorded(pipe: Pipe, protocol = 1): RecordedClient {
  const told = {
    welcomes: [] as unknown[],
    events: [] as [string, unknown][],
    failures: [] as RpcFailure[],
    closed: [] as string[],
  };
  const client = connectCalls<TestCalls>(pipe, {
    protocol,
    onWelcome: (value) => void told.welcomes.push(value),
    onEvent: (name, payload) => void told.events.push([name, payload]),
    onFailure: (failure) => void told.failures.push(failure),
    onClose: (reason) => void told.closed.push(reason),
  });
  return { client, ...told };
}
