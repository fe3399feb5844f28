import { expect, it } from 'vitest';
import { parseTcpTable } from '../../../../../../electron/core/doctor/linux/parse-tcp-table.ts';
import { readCapture } from '../../../../../helpers/captures.ts';

const header =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';

it('reads the time that is left of a socket in TIME_WAIT', () => {
  const row =
    '   1: 0100007F:84B9 0100007F:B102 06 00000000:00000000 03:00000DDC 00000000     0        0 0 3 000000003b1c6bd6\n';
  expect(parseTcpTable(header + row, (port) => port === 0x84b9, 'LE')).toEqual([
    {
      family: 4,
      address: '127.0.0.1',
      port: 33_977,
      remoteAddress: '127.0.0.1',
      remotePort: 45_314,
      state: 'time-wait',
      endsInMs: 35_480,
      inode: 0,
    },
  ]);
});

it('tells a connection from a listener, and takes only the ports that are meant', () => {
  const rows = [
    '   0: 00000000:0BB8 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 1576 1 0000000000000000 100 0 0 10 0',
    '   1: 0100007F:0BB8 0100007F:B102 01 00000000:00000000 02:00000DDC 00000000  1000        0 1577 1 0000000000000000 20 4 30 10 -1',
    '   2: 0100007F:0BB9 0100007F:B103 01 00000000:00000000 00:00000000 00000000  1000        0 1578 1 0000000000000000 20 4 30 10 -1',
  ].join('\n');
  const found = parseTcpTable(`${header}${rows}\n`, (port) => port === 3000, 'LE');
  expect(found.map(({ state, inode }) => [state, inode])).toEqual([
    ['listening', 1576],
    ['connected', 1577],
  ]);
});

it('reads the addresses of IPv6, and nothing from a line that is cut off', () => {
  const text = readCapture('linux/proc-net-tcp6.txt').toString('latin1');
  const found = parseTcpTable(text, () => true, 'LE');
  expect(found.length).toBeGreaterThan(0);
  expect(found.every(({ family, address }) => family === 6 && address.includes(':'))).toBe(true);
  expect(parseTcpTable(text.slice(0, 200), () => true, 'LE').length).toBeLessThanOrEqual(1);
});
