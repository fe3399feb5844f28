import type {
  LocalhostRequest,
  LocalhostTruth,
  ProbeActivity,
  ProbeAnswer,
  ProbePlan,
} from '../../../shared/contract/probes.ts';
import type { Outcome } from '../../../shared/rpc/failure.ts';

/** Learns what answers, within the policy. */
export interface Probes {
  plan(listenerId: string): Promise<Outcome<ProbePlan>>;
  /** Connects now, past the cache; refused where the policy says never. */
  run(
    listenerId: string,
    trigger: ProbeAnswer['trigger'],
    signal: AbortSignal,
  ): Promise<Outcome<ProbeAnswer>>;
  /** The answers that still hold: same listener, same owners. */
  answers(): readonly ProbeAnswer[];
  onAnswer(listener: (answer: ProbeAnswer) => void): () => void;
  activity(): ProbeActivity;
  localhost(request: LocalhostRequest, signal: AbortSignal): Promise<LocalhostTruth>;
  /** Begins to probe by itself what the settings allow. */
  startAutomatic(): void;
  close(): Promise<void>;
}
