import { expect, test } from 'vitest';
import { readWebArguments } from '../../../../electron/web/web-arguments.ts';

test('without arguments the port is ours to choose and the browser is opened', () => {
  expect(readWebArguments([])).toEqual({ port: null, open: true, json: false });
});

test('takes all that it knows', () => {
  expect(readWebArguments(['--port', '3000', '--no-open', '--json'])).toEqual({
    port: 3000,
    open: false,
    json: true,
  });
});

test.each(['0', '70000', 'abc', '1e3', '-1', '80.5', ''])('refuses the port %j with its range', (port) => {
  expect(readWebArguments([`--port=${port}`])).toContain('from 1 to 65535');
});

test.each([['--what'], ['3000'], ['--port'], ['--json=yes']])('refuses %j and says what is known', (word) => {
  expect(readWebArguments([word])).toBe('Known are --port N, --no-open and --json.');
});
