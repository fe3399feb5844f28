import type { Settings } from '../../../shared/contract/settings.ts';
import type { Core } from '../../core/core.ts';
import type { Clock } from '../../core/lib/clock.ts';
import type { Notice } from './notice.ts';
import { NoticeGate } from './notice-gate.ts';
import { noticesOfChanges } from './notices-of-changes.ts';
import { PortLedger } from './port-ledger.ts';

export interface FollowChangesOptions {
  readonly core: Pick<Core, 'onChanges'>;
  readonly clock: Clock;
  readonly settings: () => Settings;
  readonly show: (notice: Notice) => void;
}

/** Tells of what a person wants to know without looking. Has to begin before the first scan. */
export function followChanges({ core, clock, settings, show }: FollowChangesOptions): () => void {
  const ledger = new PortLedger();
  const gate = new NoticeGate(clock, show);
  const end = core.onChanges((changes) => gate.offer(noticesOfChanges(ledger.apply(changes), settings())));
  return () => {
    end();
    gate.stop();
  };
}
