import { describe, expect, test } from 'vitest';
import { parseNetstat } from '../../../../../../electron/core/ports/win32/parse-netstat.ts';
import { findBrokenCuts, interleave, listCaptures, readCapture } from '../../../../../helpers/captures.ts';

const parse = (bytes: Buffer) => parseNetstat(bytes.toString('latin1'));
const brief = (bytes: Buffer) =>
  parse(bytes).map((row) => `${row.protocol}${row.family} ${row.address}:${row.port} ${row.pid}`);

describe('languages', () => {
  test('German, where the state is translated and holds a byte that is not UTF-8', () => {
    const capture = readCapture('win32/netstat-german-cp850.txt');
    expect(capture.includes(Buffer.from([0x41, 0x42, 0x48, 0x99, 0x52, 0x45, 0x4e]))).toBe(true);
    const rows = brief(capture);
    expect(rows).toHaveLength(66);
    expect(rows).toContain('tcp4 0.0.0.0:80 4');
    expect(rows).toContain('tcp6 :::135 624');
    expect(rows).toContain('tcp6 ::1:49396 6864');
    expect(rows).toContain('udp4 0.0.0.0:123 1304');
    expect(rows).toContain('udp6 fe80::10b0:462e:c279:f46a%9:546 1216');
    expect(rows.filter((row) => row.startsWith('tcp'))).toHaveLength(45);
  });

  test('French', () => {
    expect(brief(readCapture('win32/netstat-french-cp850.txt'))).toEqual([
      'tcp4 0.0.0.0:135 972',
      'tcp6 :::445 4',
    ]);
  });

  test('Japanese, where the protocol column is wider', () => {
    expect(brief(readCapture('win32/netstat-japanese-cp932.txt'))).toEqual([
      'tcp4 0.0.0.0:21 12636',
      'tcp4 0.0.0.0:80 2916',
      'tcp4 0.0.0.0:135 72',
      'tcp4 0.0.0.0:445 4',
      'tcp4 0.0.0.0:1433 4268',
      'tcp6 ::1:8009 11076',
    ]);
  });

  test('Spanish, with UDP and sockets in other states', () => {
    const rows = brief(readCapture('win32/netstat-spanish-cp850.txt'));
    expect(rows).toHaveLength(10);
    expect(rows.slice(-3)).toEqual(['tcp6 :::445 4', 'udp4 0.0.0.0:5355 2036', 'udp4 10.0.2.15:137 4']);
  });

  test('Chinese, with a scope in a connection that is no listener', () => {
    expect(brief(readCapture('win32/netstat-chinese-cp936.txt'))).toHaveLength(7);
    expect(brief(readCapture('win32/netstat-chinese-scope-cp936.txt'))).toEqual([
      'tcp4 0.0.0.0:8000 6948',
      'tcp4 0.0.0.0:50071 6948',
      'tcp4 127.0.0.1:50051 6064',
      'tcp6 :::8000 6948',
    ]);
  });

  test.each(['ABHÖREN', 'À L’ÉCOUTE', 'IN ASCOLTO', '偵聽', ''])('state word %j (constructed)', (word) => {
    const line = `  TCP    127.0.0.1:3000         0.0.0.0:0              ${word}       8120\r\n`;
    for (const bytes of [
      Buffer.from(line, 'utf8'),
      Buffer.from(line, 'latin1'),
      Buffer.from(line, 'utf16le'),
    ]) {
      const expected = bytes.includes(0) ? [] : ['tcp4 127.0.0.1:3000 8120'];
      expect(brief(bytes)).toEqual(expected);
    }
  });
});

describe('rows', () => {
  test('nothing is read from a list without pids', () => {
    expect(parse(readCapture('win32/netstat-french-programs-cp850.txt'))).toEqual([]);
  });

  test.each([
    ['a connected UDP socket', '  UDP    10.0.0.4:57621         142.250.1.1:443                        4932'],
    ['port 0', '  TCP    0.0.0.0:0              0.0.0.0:0              LISTENING       7'],
    ['a port above 65535', '  TCP    0.0.0.0:80000          0.0.0.0:0              LISTENING       1111'],
    ['a pid that is no number', '  UDP    127.0.0.1:1900         *:*                                    n/a'],
    ['a NUL in the pid', '  TCP    0.0.0.0:80             0.0.0.0:0              LISTENING       1\0' + '2'],
    ['a host name', '  TCP    LAPTOP:80              0.0.0.0:0              LISTENING       12'],
  ])('%s is left out (constructed)', (_, line) => {
    expect(parseNetstat(`${line}\r\n`)).toEqual([]);
  });

  test('a byte of the state that is a space elsewhere moves no column (constructed)', () => {
    const line = Buffer.from(
      '  TCP    0.0.0.0:80             0.0.0.0:0              ESCUCH\xa0N       12\r\n',
      'latin1',
    );
    expect(brief(line)).toEqual(['tcp4 0.0.0.0:80 12']);
  });
});

describe.each(listCaptures('win32', 'netstat-'))('%s', (name) => {
  const capture = readCapture(name);

  test('cut anywhere keeps the rows before the cut', () => {
    expect(findBrokenCuts(capture, parse)).toEqual([]);
  });

  test.each([
    ['junk', Buffer.from('%% TCP 0.0.0.0:1 0.0.0.0:0')],
    ['a NUL', Buffer.from([0])],
    ['bytes of another code page', Buffer.from([0xff, 0x99, 0x83, 0x7c, 0xa0])],
  ])('keeps every row with %s between the lines', (_, junk) => {
    expect(parse(interleave(capture, junk))).toEqual(parse(capture));
  });

  test('reads the same with LF only', () => {
    expect(parse(Buffer.from(capture.toString('latin1').replaceAll('\r', ''), 'latin1'))).toEqual(
      parse(capture),
    );
  });
});
