import type { Capability } from '../../shared/contract/host.ts';
import { useAppState } from './use-app-state.ts';

/** Whether this shell can do it at all. */
export function useCapability(capability: Capability): boolean {
  return useAppState((state) => state.connection.host?.capabilities.includes(capability) ?? false);
}
