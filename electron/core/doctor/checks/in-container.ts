import type { Check } from './check.ts';

export const inContainer: Check = ({ listeners }) => {
  if (listeners.length === 0) return null;
  const title = 'A container is behind it';
  const container = listeners.flatMap(({ listener }) => listener.container ?? [])[0];
  return container
    ? { title, state: 'attention', evidence: `${container.name} (${container.image})` }
    : { title, state: 'neutral', evidence: 'no' };
};
