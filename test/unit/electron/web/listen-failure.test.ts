import { expect, test } from 'vitest';
import { listenError } from '../../../../electron/web/listen-failure.ts';

test('a taken port names its holder and the way out', () => {
  expect(listenError('EADDRINUSE', 3000, 'python3 (pid 4242)').message).toBe(
    'Port 3000 is held by python3 (pid 4242); choose another with --port, or leave --port out and Berth finds one.',
  );
});

test('a taken port whose holder is not known says that', () => {
  expect(listenError('EADDRINUSE', 3000, null).message).toContain(
    'held by a program that this user may not see',
  );
});

test('a privileged port says so', () => {
  expect(listenError('EACCES', 80, null).message).toContain('Port 80 is privileged');
  expect(listenError('EACCES', 8080, null).message).not.toContain('privileged');
});

test('anything else keeps the code of the system', () => {
  expect(listenError('EADDRNOTAVAIL', 3000, null).message).toContain('EADDRNOTAVAIL');
});
