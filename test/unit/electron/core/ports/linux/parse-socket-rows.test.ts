import { describe, expect, it } from 'vitest';
import {
  forEachListeningRow,
  type TableName,
  tableShapes,
} from '../../../../../../electron/core/ports/linux/parse-socket-rows.ts';
import { findBrokenCuts, interleave, readCapture } from '../../../../../helpers/captures.ts';

function rowsOf(bytes: Buffer, name: TableName): string[] {
  const shape = tableShapes.find((one) => one.name === name);
  if (shape === undefined) throw new Error(name);
  const rows: string[] = [];
  forEachListeningRow(bytes, bytes.length, shape, (row) => {
    rows.push(`${row.address()} ${row.port} uid=${row.uid} inode=${row.inode}`);
  });
  return rows;
}

function tableOf(name: TableName): Buffer {
  return readCapture(`linux/proc-net-${name}.txt`);
}

describe('forEachListeningRow', () => {
  it('reads every listening socket of a table', () => {
    expect(
      rowsOf(tableOf('tcp6'), 'tcp6').map((row) => row.replace(/inode=\d+/, 'inode')),
    ).toMatchInlineSnapshot(`
      [
        ":: 53809 uid=0 inode",
        "::ffff:127.0.0.1 46813 uid=0 inode",
        "::1 37359 uid=0 inode",
        "2001:db8:85a3:1111:2222:8a2e:370:7334 8443 uid=0 inode",
        "fe80::5054:ff:fe12:3456 62893 uid=0 inode",
      ]
    `);
  });

  it('leaves out connections of TCP', () => {
    const text = tableOf('tcp').toString('latin1');
    expect(text).toMatch(/ 01 /);
    expect(rowsOf(tableOf('tcp'), 'tcp')).toHaveLength(text.match(/ 0A /g)?.length ?? 0);
  });

  it('leaves out connected sockets of UDP wherever they stand', () => {
    const rows = rowsOf(tableOf('udp'), 'udp');
    expect(rows.map((row) => row.split(' ', 2).join(' '))).toContain('127.0.0.53 53');
    expect(rows).toHaveLength(tableOf('udp').toString('latin1').match(/ 07 /g)?.length ?? 0);
  });

  it.each(['tcp', 'tcp6', 'udp', 'udp6'] as const)('loses only the row at which %s was cut off', (name) => {
    expect(findBrokenCuts(tableOf(name), (bytes) => rowsOf(bytes, name))).toEqual([]);
  });

  it.each(['tcp', 'tcp6', 'udp', 'udp6'] as const)('reads %s with junk between its rows', (name) => {
    const whole = rowsOf(tableOf(name), name);
    for (const junk of ['', 'x', '  0: 0100007F:', ' : : : : 0A', '\0'.repeat(300), ':'.repeat(200)]) {
      expect(rowsOf(interleave(tableOf(name), Buffer.from(junk)), name)).toEqual(whole);
    }
  });
});
