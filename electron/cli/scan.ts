import type { Snapshot } from '../../shared/contract/snapshot.ts';
import type { Core } from '../core/core.ts';
import { safeText } from './safe-text.ts';

/** Scans once. Throws when the list could not be read: an empty answer would be a wrong one. */
export async function scan(core: Core): Promise<Snapshot> {
  const snapshot = await core.refresh();
  if (snapshot.source.state !== 'failing') return snapshot;
  const reason = snapshot.source.lastError ?? 'the system did not answer';
  throw new Error(`the ports could not be read: ${safeText(reason)}`);
}
