import type { AppState } from './app-store.ts';

/** True until the hints of the first start are put away; never where that could not be remembered. */
export function isFirstStart({ connection: { settings, host } }: AppState): boolean {
  return settings !== null && !settings.welcomed && (host?.capabilities.includes('settings') ?? false);
}
