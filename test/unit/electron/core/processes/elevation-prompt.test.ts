import { expect, test } from 'vitest';
import { elevationPrompt } from '../../../../../electron/core/processes/elevation-prompt.ts';

test('names what will end and for which port', () => {
  expect(elevationPrompt([80], [{ pid: 812, name: 'nginx' }])).toBe(
    'Berth is about to end nginx (pid 812) to free port 80.',
  );
});

test('counts what it does not name', () => {
  const processes = [1, 2, 3, 4, 5].map((pid) => ({ pid, name: 'nginx' }));
  expect(elevationPrompt([80, 443], processes)).toBe(
    'Berth is about to end nginx (pid 1), nginx (pid 2), nginx (pid 3) and 2 more to free port 80, 443.',
  );
});

test('lets no name add lines, odd letters or a novel of its own', () => {
  const name = `a\nb\u202e\u0000c${'x'.repeat(500)}`;
  const prompt = elevationPrompt([80], [{ pid: 812, name }]);
  expect(prompt).toMatch(/^[\x20-\x7e]+$/);
  expect(prompt).toContain('a?b??c');
  expect(prompt.length).toBeLessThan(150);
});
