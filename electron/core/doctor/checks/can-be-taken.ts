import { socketHolder } from '../describe.ts';
import { isBoundUnseen } from '../port-holders.ts';
import type { Check } from './check.ts';

export const canBeTaken: Check = (facts) => {
  const { attempt, listeners, unlisted } = facts;
  if (listeners.length > 0) return null;
  const title = 'A program can listen on it';
  if (!attempt.known) return { title, state: 'unknown', evidence: attempt.why };
  switch (attempt.value) {
    case 'free':
      return { title, state: 'ok', evidence: 'tried, and closed again' };
    case 'EACCES':
      return { title, state: 'problem', evidence: 'not permitted (EACCES)' };
    case 'EADDRNOTAVAIL':
      return { title, state: 'problem', evidence: 'the address is not here (EADDRNOTAVAIL)' };
    case 'other':
      return { title, state: 'unknown', evidence: 'the system refused for another reason' };
    case 'EADDRINUSE': {
      const suspects = isBoundUnseen(facts) && unlisted.known ? unlisted.value : [];
      const names = suspects.slice(0, 3).map(socketHolder).join('; ');
      return {
        title,
        state: 'problem',
        evidence: names === '' ? 'in use (EADDRINUSE)' : `in use, perhaps by ${names}`,
      };
    }
  }
};
