import { endpointUrl } from './container-endpoints.ts';
import type { EngineContainer } from './engine-container.ts';

/** What a person would type to stop it; where the tool would ask another engine by itself, it is told which. */
export function stopCommand({ engine, endpoint, name }: EngineContainer): readonly string[] {
  if (endpoint.isDefault) return [engine, 'stop', name];
  const option = engine === 'podman' ? '--url' : '--host';
  return [engine, option, endpointUrl(endpoint), 'stop', name];
}
