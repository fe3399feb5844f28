import type { DiagnoseRequest, Diagnosis } from '../../../shared/contract/doctor.ts';

/** Says why an address does not work. */
export interface Doctor {
  diagnose(request: DiagnoseRequest, signal: AbortSignal): Promise<Diagnosis>;
}
