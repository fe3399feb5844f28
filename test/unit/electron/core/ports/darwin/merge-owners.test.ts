import { describe, expect, test } from 'vitest';
import {
  addKeys,
  matchHolders,
  toSocket,
} from '../../../../../../electron/core/ports/darwin/merge-owners.ts';
import type { LsofSocket } from '../../../../../../electron/core/ports/darwin/parse-lsof.ts';
import { type NetstatRow, parseNetstat } from '../../../../../../electron/core/ports/darwin/parse-netstat.ts';
import { readCapture } from '../../../../../helpers/captures.ts';

const row = (fields: Partial<NetstatRow>): NetstatRow => ({
  protocol: 'tcp',
  family: 4,
  address: '127.0.0.1',
  port: 3000,
  pid: null,
  name: null,
  generation: null,
  ...fields,
});

const held = (pid: number, fields: Partial<LsofSocket> = {}): LsofSocket => ({
  pid,
  name: `program ${pid}`,
  uid: 501,
  protocol: 'tcp',
  family: 4,
  address: '127.0.0.1',
  port: 3000,
  device: null,
  ...fields,
});

/** Pids that hold each row, as `toSocket` tells them. */
function ownersOf(rows: readonly NetstatRow[], found: readonly LsofSocket[]): readonly (readonly number[])[] {
  const keyed = addKeys(rows);
  const holders = matchHolders(keyed, found);
  return keyed.map((one) => toSocket(one, holders.get(one.key)).owners.map(({ pid }) => pid));
}

describe('owners', () => {
  test('a forked family that shares one socket owns it together', () => {
    const found = [held(10, { device: '0xa' }), held(11, { device: '0xa' }), held(12, { device: '0xa' })];
    expect(ownersOf([row({ pid: 11 })], found)).toEqual([[10, 11, 12]]);
  });

  test('two sockets on one port keep their own owners', () => {
    const found = [held(10, { device: '0xa' }), held(11, { device: '0xb' })];
    const rows = [row({ pid: 11, generation: '1' }), row({ pid: 10, generation: '2' })];
    expect(ownersOf(rows, found)).toEqual([[11], [10]]);
  });

  test('a socket without a pid takes what rows with a pid left', () => {
    const found = [held(10, { device: '0xa' }), held(11, { device: '0xb' })];
    expect(ownersOf([row({ generation: '1' }), row({ pid: 10, generation: '2' })], found)).toEqual([
      [11],
      [10],
    ]);
  });

  test('a process that lsof may not see stays the owner that netstat told', () => {
    expect(ownersOf([row({ pid: 99 })], [])).toEqual([[99]]);
    expect(ownersOf([row({ pid: 99 })], [held(10, { device: '0xa' })])).toEqual([[99]]);
  });

  test('the same port on another address or family is another socket', () => {
    const found = [held(10, { address: '0.0.0.0' }), held(11, { family: 6, address: '::' })];
    expect(ownersOf([row({})], found)).toEqual([[]]);
  });

  test('a process with two descriptors of one socket counts once', () => {
    expect(ownersOf([row({ pid: 1 })], [held(1, { device: '0xa' }), held(1, { device: '0xa' })])).toEqual([
      [1],
    ]);
  });

  test('a link-local address is found though lsof numbers its interface', () => {
    const rows = [row({ family: 6, address: 'fe80::1%lo0' })];
    expect(ownersOf(rows, [held(10, { family: 6, address: 'fe80::1%1' })])).toEqual([[10]]);
  });
});

describe('sockets', () => {
  test('nobody known means hidden', () => {
    const [keyed] = addKeys([row({})]);
    expect(keyed && toSocket(keyed, undefined)).toMatchObject({ owners: [], ownersHidden: true, uid: null });
  });

  test('a name as long as netstat can print may be cut and is not passed on', () => {
    const rows = addKeys([row({ pid: 1, name: 'ASOctaneSupportX' }), row({ pid: 2, name: 'node', port: 2 })]);
    const names = rows.map((one) => toSocket(one, undefined).owners[0]?.name);
    expect(names).toEqual([null, 'node']);
  });

  test('lsof tells the whole name and the user', () => {
    const rows = addKeys([row({ pid: 1, name: 'Code Helper (Plu' })]);
    const holders = matchHolders(rows, [held(1, { name: 'Code Helper (Plugin)' })]);
    const sockets = rows.map((one) => toSocket(one, holders.get(one.key)));
    expect(sockets).toMatchObject([
      { uid: 501, owners: [{ pid: 1, name: 'Code Helper (Plugin)', startTime: null }] },
    ]);
  });
});

describe('keys', () => {
  test('are all different, also for sockets that look alike', () => {
    const rows = addKeys([
      row({ pid: 1 }),
      row({ pid: 2 }),
      row({ pid: 3, generation: 'a' }),
      row({ port: 1 }),
    ]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(4);
  });

  test('stay the same when the pid of a socket changes', () => {
    expect(addKeys([row({ pid: 1 })])[0]?.key).toBe(addKeys([row({ pid: 2 })])[0]?.key);
  });

  test('are different within every real list', () => {
    const { rows } = parseNetstat(readCapture('darwin/netstat-tcp-26-names.txt').toString('utf8'));
    expect(new Set(addKeys(rows).map(({ key }) => key)).size).toBe(rows.length);
  });
});
