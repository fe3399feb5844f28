import { isPrivileged } from '../port-holders.ts';
import type { Check } from './check.ts';

export const privilegedPort: Check = (facts) => {
  const { kept, pasted, port, listeners } = facts;
  if (pasted.side === 'client' || (listeners.length > 0 && port >= 1024)) return null;
  const title =
    facts.pasted.side === 'server' ? 'The program may listen on it' : 'This user may listen on it';
  if (!kept.known) return { title, state: 'unknown', evidence: kept.why };
  const { firstUnprivileged } = kept.value;
  if (!isPrivileged(facts) && port < firstUnprivileged) return { title, state: 'ok', evidence: 'root may' };
  return isPrivileged(facts)
    ? { title, state: 'problem', evidence: `only root, below ${firstUnprivileged}` }
    : {
        title,
        state: 'ok',
        evidence: firstUnprivileged === 1 ? 'every port' : `from ${firstUnprivileged} on`,
      };
};
