import { socketHolder, withPort } from '../describe.ts';
import type { Check } from './check.ts';

export const otherNamespace: Check = ({ elsewhere, reached, pasted, port }) => {
  if (reached || pasted.side === 'server') return null;
  const title = 'It listens in another network namespace';
  if (!elsewhere.known) return { title, state: 'unknown', evidence: elsewhere.why };
  const [first] = elsewhere.value;
  return first
    ? {
        title,
        state: 'attention',
        evidence: `${socketHolder(first.holder)}, on ${withPort(first.address, port)} there`,
      }
    : { title, state: 'neutral', evidence: 'no' };
};
