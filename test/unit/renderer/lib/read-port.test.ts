import { expect, test } from 'vitest';
import { readPort } from '../../../../renderer/lib/read-port.ts';

test('reads a port, with a colon or without', () => {
  expect(readPort(' 3000 ')).toEqual({ port: 3000 });
  expect(readPort(':65535')).toEqual({ port: 65_535 });
});

test.each(['', '0', '65536', '-1', '3e3', '0x50', 'http', '99999999999'])(
  'says what is wrong with %o',
  (typed) => {
    expect(readPort(typed)).toHaveProperty('problem');
  },
);
