import type { CheckResult } from '../../../../shared/contract/doctor.ts';
import type { DoctorFacts } from '../facts.ts';

/** Says one thing about the facts; null where it has nothing to do with them. */
export type Check = (facts: DoctorFacts) => Omit<CheckResult, 'id'> | null;
