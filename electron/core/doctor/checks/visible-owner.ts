import { holderOf } from '../describe.ts';
import type { Check } from './check.ts';

export const visibleOwner: Check = ({ listeners }) => {
  const hidden = listeners.find(({ listener, owners }) => listener.ownersHidden && owners.length === 0);
  if (listeners.length === 0) return null;
  const title = 'Its owner may be seen';
  return hidden
    ? { title, state: 'attention', evidence: holderOf(hidden) }
    : { title, state: 'ok', evidence: 'yes' };
};
