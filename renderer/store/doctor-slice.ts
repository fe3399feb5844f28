import type { Diagnosis } from '../../shared/contract/doctor.ts';

export interface KeptDiagnosis {
  /** Counts up in the session. */
  readonly number: number;
  /** What was asked, as it was pasted. */
  readonly text: string;
  readonly diagnosis: Diagnosis;
}

/** What the doctor was asked in this session. Kept in the page alone. */
export interface DoctorSlice {
  readonly text: string;
  /** Whether it may connect; null until somebody says, and then the settings tell. */
  readonly connect: boolean | null;
  /** The question under way, which can be called off. */
  readonly asking: {
    readonly text: string;
    readonly connect: boolean;
    readonly abort: AbortController;
  } | null;
  readonly shown: KeptDiagnosis | null;
  /** Why there is no answer, a sentence. */
  readonly failure: string | null;
  /** Newest first. */
  readonly recent: readonly KeptDiagnosis[];
}

export const nothingAsked: DoctorSlice = {
  text: '',
  connect: null,
  asking: null,
  shown: null,
  failure: null,
  recent: [],
};
