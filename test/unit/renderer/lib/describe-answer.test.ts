import { expect, test } from 'vitest';
import { type AnswerWords, describeAnswer, isTroubling } from '../../../../renderer/lib/describe-answer.ts';

const answer = (change: Partial<AnswerWords>): AnswerWords => ({
  state: 'identified',
  protocol: null,
  product: null,
  productVersion: null,
  http: null,
  ...change,
});
const http = (title: string | null, server: string | null) => ({ status: 200, title, server });

test.each<[Partial<AnswerWords>, string, string]>([
  [{ http: http('Storefront', 'Next.js') }, 'HTTP 200', 'Storefront, Next.js'],
  [{ http: http(null, 'nginx/1.27') }, 'HTTP 200', 'nginx/1.27'],
  [{ http: http('Vite', 'Vite') }, 'HTTP 200', 'Vite'],
  [{ http: http(null, 'x'), product: 'Caddy', productVersion: '2.8' }, 'HTTP 200', 'Caddy 2.8'],
  [{ protocol: 'redis', product: 'Redis', productVersion: '7.2' }, 'Redis 7.2', ''],
  [{ protocol: 'ssh' }, 'SSH', ''],
  [{ state: 'answered' }, 'Answers', ''],
  [{ state: 'silent' }, 'Accepts, never answers', ''],
  [{ state: 'refused' }, 'Refuses connections', ''],
])('%j reads as %s, %s', (change, main, beside) => {
  expect(describeAnswer(answer(change))).toEqual([main, beside]);
});

test('silence, refusal and no connection are trouble; hanging up need not be', () => {
  const states = ['identified', 'answered', 'silent', 'hung-up', 'refused', 'timed-out'] as const;
  expect(states.filter((state) => isTroubling({ state }))).toEqual(['silent', 'refused', 'timed-out']);
});
