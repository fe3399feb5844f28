import type { Diagnosis } from '../../../shared/contract/doctor.ts';
import type { DoctorFacts } from './facts.ts';

/** What is said of a cause. The headline has no full stop. */
export type Told = Pick<Diagnosis, 'severity' | 'headline' | 'explanation'> & {
  readonly fixes: readonly Diagnosis['fixes'][number][];
};

/** Only called where the rule of its cause applies. */
export type Tell = (facts: DoctorFacts) => Told;
