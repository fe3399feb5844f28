import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { quoteCommand } from '../../../../renderer/lib/quote-command.ts';

const awkward = [
  'a b',
  "it's",
  '',
  '~',
  '~/x',
  '$HOME',
  '`id`',
  '*',
  'ü',
  'x=1',
  '"q"',
  '\\',
  'line\nbreak',
  '!',
];

test('leaves plain words plain', () => {
  expect(quoteCommand(['python3', '-m', 'http.server', '62893'], 'posix')).toBe(
    'python3 -m http.server 62893',
  );
});

test('a real shell takes the line apart into the same arguments', () => {
  const program = 'process.stdout.write(JSON.stringify(process.argv.slice(1)))';
  const line = quoteCommand([process.execPath, '-e', program, '--', ...awkward], 'posix');
  expect(JSON.parse(execFileSync('/bin/sh', ['-c', line], { encoding: 'utf8' }))).toEqual(awkward);
});

test.each([
  [['a b'], '"a b"'],
  [['C:\\x\\'], 'C:\\x\\'],
  [['C:\\my x\\'], '"C:\\my x\\\\"'],
  [['say "hi"'], '"say \\"hi\\""'],
  [[''], '""'],
])('quotes %j for Windows as %s', (command, line) => {
  expect(quoteCommand(command, 'windows')).toBe(line);
});
