import type { DiagnoseRequest, Diagnosis } from '../../../shared/contract/doctor.ts';
import { toInstant } from '../lib/clock.ts';
import { runChecks } from './checks/all-checks.ts';
import type { Doctor } from './doctor.ts';
import { type DoctorNeeds, gatherFacts } from './gather-facts.ts';
import { parseSymptom } from './parse-symptom.ts';
import type { Pasted } from './pasted.ts';
import { toComplaint } from './to-complaint.ts';
import { findVerdict } from './verdict.ts';

/** Understands a text, looks at the port it is about, and says what is wrong with one sentence. */
export function createDoctor(needs: DoctorNeeds): Doctor {
  return {
    async diagnose({ text, connect }: DiagnoseRequest, signal: AbortSignal): Promise<Diagnosis> {
      const pasted = parseSymptom(text);
      if (pasted.port === null) return notUnderstood(pasted, needs.now());
      const facts = await gatherFacts(needs, pasted, pasted.port, connect, signal);
      const { fixes, ...verdict } = findVerdict(facts);
      return {
        at: toInstant(facts.now),
        complaint: toComplaint(pasted),
        ...verdict,
        fixes: [...fixes],
        checks: [...runChecks(facts)],
      };
    },
  };
}

function notUnderstood(pasted: Pasted, now: number): Diagnosis {
  const isError = pasted.symptom !== 'unknown' && pasted.symptom !== 'port-only';
  return {
    at: toInstant(now),
    complaint: toComplaint(pasted),
    cause: 'not-understood',
    severity: 'unknown',
    headline: isError ? 'The error does not say which port it is about' : 'No port was found in this text',
    explanation: isError
      ? 'Give the port itself, or the line of the log that names it, as in 3000 or localhost:3000.'
      : 'Give a port from 1 to 65535, an address such as 127.0.0.1:3000, or the text of an error.',
    fixes: [],
    checks: [],
  };
}
