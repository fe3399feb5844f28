import type { Check } from './check.ts';

/** `http` where `https` was expected, or the other way round. */
export const protocol: Check = ({ answer, pasted: { expects } }) => {
  if (!answer.known || (expects !== 'http' && expects !== 'https')) return null;
  const spoken = answer.value.protocol;
  const title = `It speaks ${expects === 'https' ? 'HTTPS' : 'plain HTTP'}`;
  if (spoken === null) return { title, state: 'unknown', evidence: 'it said nothing that is known' };
  return { title, state: spoken === expects ? 'ok' : 'problem', evidence: `it speaks ${spoken}` };
};
