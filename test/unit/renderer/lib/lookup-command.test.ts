import { expect, test } from 'vitest';
import { lookupCommand } from '../../../../renderer/lib/lookup-command.ts';

test.each([
  ['linux', 'tcp', "ss -H -tlnp 'sport = :3000'"],
  ['linux', 'udp', "ss -H -ulnp 'sport = :3000'"],
  ['darwin', 'tcp', 'lsof -nP -iTCP:3000 -sTCP:LISTEN'],
  ['darwin', 'udp', 'lsof -nP -iUDP:3000'],
  ['win32', 'tcp', 'netstat -ano -p tcp | findstr /C:":3000 "'],
  ['win32', 'udp', 'netstat -ano -p udp | findstr /C:":3000 "'],
] as const)('%s shows a %s port', (system, protocol, command) => {
  expect(lookupCommand(system, protocol, 3000)).toBe(command);
});
