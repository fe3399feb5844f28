import type { ProbeAnswer } from '../../shared/contract/probes.ts';

/** What probes learned, by listener. An answer counts only while its owners hold the listener. */
export interface AnswersSlice {
  readonly byListener: ReadonlyMap<string, ProbeAnswer>;
}

export const noAnswers: AnswersSlice = { byListener: new Map() };
