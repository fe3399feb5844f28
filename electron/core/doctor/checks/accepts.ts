import type { Check } from './check.ts';

export const accepts: Check = ({ reached, answer }) => {
  if (!reached) return null;
  const title = 'It accepts connections';
  if (!answer.known) return { title, state: 'unknown', evidence: answer.why };
  const { state, connectMs } = answer.value;
  if (state === 'refused') return { title, state: 'problem', evidence: 'refused' };
  if (state === 'timed-out') return { title, state: 'problem', evidence: 'no connection came about in time' };
  return { title, state: 'ok', evidence: connectMs === null ? 'yes' : `${connectMs.toFixed(1)} ms` };
};
