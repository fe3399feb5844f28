import type { ProbeAnswer } from '../../../../shared/contract/probes.ts';
import type { Check } from './check.ts';

export const answers: Check = ({ reached, answer }) => {
  if (!reached || !answer.known) return null;
  const title = 'It answers';
  switch (answer.value.state) {
    case 'identified':
    case 'answered':
      return { title, state: 'ok', evidence: summary(answer.value) };
    case 'silent':
      return {
        title,
        state: 'attention',
        evidence: `no reply in ${(answer.value.durationMs / 1000).toFixed(1)} s`,
      };
    case 'hung-up':
      return { title, state: 'attention', evidence: 'it hung up without a word' };
    case 'refused':
    case 'timed-out':
      return { title, state: 'unknown', evidence: 'no connection came about' };
  }
};

function summary({ protocol, product, http, message }: ProbeAnswer): string {
  const parts = [http ? `HTTP ${http.status}` : protocol, product ?? http?.server];
  return parts.filter(Boolean).join(', ') || message;
}
