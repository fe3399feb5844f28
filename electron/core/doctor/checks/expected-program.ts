import { holderOf, nameOf } from '../describe.ts';
import { expectedTitle, isExpected } from '../expected-programs.ts';
import type { Check } from './check.ts';

export const expectedProgram: Check = ({ reached, pasted: { expects } }) => {
  if (!reached || expects === null || expects === 'http' || expects === 'https') return null;
  const title = 'It is the program your error expects';
  const wanted = expectedTitle(expects);
  const verdict = isExpected(reached, expects);
  if (verdict === null) {
    return { title, state: 'unknown', evidence: `expected ${wanted}, found ${holderOf(reached)}` };
  }
  return verdict
    ? { title, state: 'ok', evidence: holderOf(reached) }
    : { title, state: 'problem', evidence: `expected ${wanted}, found ${nameOf(reached)}` };
};
