import { expect, test } from 'vitest';
import { parsePsFamily } from '../../../../../../electron/core/processes/darwin/parse-ps-family.ts';

const text = [
  '    1     0     1 Ss   ??      Fri Nov 20 08:00:00 2026 /sbin/launchd',
  '  501   400   501 Ss   ttys001 Sat Nov 21 02:33:05 2026 -zsh',
  '  777   501   777 S+   ttys001 Sat Nov  1 02:40:00 2026 /opt/home brew/bin/node',
  '  778   501   777 Z    ttys001 Sat Nov 21 02:40:00 2026 (node)',
  '',
].join('\n');

test('parsePsFamily tells who belongs to whom', () => {
  expect(parsePsFamily(text)).toEqual([
    expect.objectContaining({ pid: 1, leadsSession: true, terminal: null, name: 'launchd' }),
    expect.objectContaining({ pid: 501, group: 501, leadsSession: true, terminal: 'ttys001', name: 'zsh' }),
    {
      pid: 777,
      startTime: Date.UTC(2026, 10, 1, 2, 40, 0),
      name: 'node',
      parentPid: 501,
      group: 777,
      session: null,
      leadsSession: false,
      terminal: 'ttys001',
    },
  ]);
});
