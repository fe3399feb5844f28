import { expect, test } from 'vitest';
import { describeProblem } from '../../../../../renderer/features/ports/describe-problem.ts';
import { learnAbout } from '../../../../../renderer/features/ports/learn-about.ts';
import { makePortRow } from '../../../../../renderer/store/port-row.ts';
import type { Listener } from '../../../../../shared/contract/ports.ts';
import { aListener, aProcess } from '../../../../fakes/rows.ts';

const one = aProcess(1);
const other = aProcess(2);
const known = new Map([one, other].map((process) => [process.key, process]));
const row = (change: Partial<Listener> = {}, owners = [one]) =>
  makePortRow(aListener(3000, owners, change), known);
const debug = {
  kind: 'debugger',
  product: 'Java debugger',
  target: null,
  confidence: 'certain',
  source: 'command-line',
  evidence: 'jdwp',
} as const;
const open = { address: '0.0.0.0', reach: 'network' } as const;

test('nothing is wrong with most', () => expect(describeProblem(row(), [row()])).toBeNull());

test('says when two programs share a number on the two loopbacks, and not when one holds both', () => {
  expect(describeProblem(row(), [row(), row({ address: '::1' }, [other])])).toContain('may reach either');
  expect(describeProblem(row(), [row(), row({ address: '::1' }, [one])])).toBeNull();
});

test('says when other machines can run code in a debugger, and not when only this one can', () => {
  expect(describeProblem(row({ ...open, identity: debug }), [])).toContain('debugger');
  expect(describeProblem(row({ identity: debug }), [])).toBeNull();
});

test('nothing is wrong any more with what is closed', () => {
  expect(describeProblem({ ...row({ localhost: 'Elsewhere.' }), closed: true }, [])).toBeNull();
});

test.each([
  [
    { port: 5432, serviceName: 'postgresql' },
    'linux',
    '5432 is registered for postgresql; usually PostgreSQL.',
  ],
  [{ port: 5173, serviceName: null }, 'linux', '5173 is usually Vite’s dev server.'],
  [{ port: 62_893, serviceName: null }, 'linux', undefined],
] as const)('teaches about %j on %s', (listener, platform, text) => {
  expect(learnAbout({ protocol: 'tcp', ...listener }, platform)?.text).toBe(text);
});

test('teaches what the system does with such numbers, each its own', () => {
  const about = (port: number, platform: 'linux' | 'darwin' | 'win32') =>
    learnAbout({ protocol: 'tcp', port, serviceName: null }, platform)?.text ?? '';
  expect(about(62_893, 'darwin')).toMatch(/^macOS also gives 49152 to 65535 to outgoing/);
  expect(about(40_000, 'linux')).toMatch(/^Linux also gives 32768 to 60999/);
  expect(about(81, 'linux')).toContain('needs the right');
  expect(about(81, 'win32')).toBe('');
});
