import type { CallTypes } from '../../shared/contract/calls.ts';
import type { CallClient } from '../../shared/rpc/connect-calls.ts';
import type { AppStore } from './app-store.ts';
import type { EventApplier } from './apply-events.ts';

/** What commands and features are given: the state, a way to ask, and the writer of facts. */
export interface App {
  readonly store: AppStore;
  readonly call: CallClient<CallTypes>['call'];
  readonly facts: EventApplier;
  /** Tries to connect at once instead of waiting for the next attempt. */
  readonly reconnect: () => void;
  /** The real path of a file that was dropped here; empty where nobody may know it. */
  readonly pathOfDroppedFile?: (file: File) => string;
}
