import type { Check } from './check.ts';

export const localhost: Check = ({ localhost: truth, listeners }) => {
  if (listeners.length === 0) return null;
  const title = 'localhost leads to the same program';
  if (!truth.known) return { title, state: 'unknown', evidence: truth.why };
  const { verdict, order, paths } = truth.value;
  const held = new Set(paths.filter(({ listenerId }) => listenerId !== null).map(({ address }) => address));
  const evidence = order
    .map((address, index) => `${address}${index === 0 ? ' first' : ''}${held.has(address) ? '' : ' closed'}`)
    .join(', ');
  switch (verdict) {
    case 'same':
    case 'one-family':
      return { title, state: 'ok', evidence };
    case 'different-programs':
      return { title, state: 'problem', evidence: truth.value.message };
    case 'nobody':
      return { title, state: 'neutral', evidence };
  }
};
