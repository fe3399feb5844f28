import { describe, expect, test } from 'vitest';
import { parseNetstat } from '../../../../../../electron/core/ports/darwin/parse-netstat.ts';
import { findBrokenCuts, interleave, listCaptures, readCapture } from '../../../../../helpers/captures.ts';

const parse = (bytes: Buffer) => parseNetstat(bytes.toString('utf8')).rows;

/** `tcp6 ::1:631 pid 26008 cupsd` */
const brief = (bytes: Buffer) =>
  parse(bytes).map((row) =>
    [`${row.protocol}${row.family}`, `${row.address}:${row.port}`, row.pid, row.name].join(' ').trim(),
  );

describe('layouts', () => {
  test('reads the pid behind two numbers (to macOS 12)', () => {
    expect(brief(readCapture('darwin/netstat-tcp-numbered.txt'))).toEqual(['tcp6 :::62981 34548']);
    expect(brief(readCapture('darwin/netstat-tcp-numbered-docker.txt'))).toEqual(['tcp6 :::8082 70902']);
  });

  test('reads the pid where further columns follow it (macOS 13 and 14)', () => {
    const rows = parse(readCapture('darwin/netstat-tcp-numbered-gencnt.txt'));
    expect(rows).toEqual([
      {
        protocol: 'tcp',
        family: 6,
        address: '::',
        port: 2222,
        pid: 43379,
        name: null,
        generation: '00000000003e3959',
      },
    ]);
  });

  test('reads the pid behind byte counters (macOS 15)', () => {
    expect(brief(readCapture('darwin/netstat-tcp-byte-counters.txt'))).toEqual([
      'tcp4 127.0.0.1:9225 39885',
      'tcp6 ::1:9225 44546',
      'tcp4 127.0.0.1:19225 11111',
      'tcp6 :::6969 1601',
    ]);
  });

  test('reads name and pid of macOS 26, names with spaces, dots and parentheses included', () => {
    expect(brief(readCapture('darwin/netstat-tcp-26.4.txt'))).toEqual([
      'tcp4 127.0.0.1:51836 53082 node',
      'tcp6 :::3283 1039 ARDAgent',
      'tcp6 :::49615 1232 io.tailscale.ipn',
      'tcp6 :::88 910 kdc',
    ]);
    expect(brief(readCapture('darwin/netstat-tcp-26-research.txt'))).toEqual([
      'tcp6 :::38123 54256 Python',
      'tcp4 127.0.0.1:60332 21891 Code Helper (Plu',
      'tcp6 ::1:8021 1 launchd',
      'udp4 127.0.0.1:38127 63939 Python',
    ]);
    expect(parse(readCapture('darwin/netstat-tcp-26-names.txt'))).toHaveLength(14);
    expect(brief(readCapture('darwin/netstat-tcp-26-names.txt'))).toContain(
      'tcp6 ::1:7679 1341 Google Drive',
    );
    expect(brief(readCapture('darwin/netstat-tcp-named.txt'))).toContain(
      'tcp4 0.0.0.0:8080 855 Brave Browser He',
    );
  });

  test('reads rows that no header precedes by their shape', () => {
    const rows = brief(readCapture('darwin/netstat-tcp-numbered-no-header.txt'));
    expect(rows).toHaveLength(21);
    expect(rows[0]).toBe('tcp4 127.0.0.1:631 26008');
    expect(rows[8]).toBe('tcp4 127.0.0.1:2015 70');
  });

  test.each([
    'darwin/netstat-tcp-26.4.txt',
    'darwin/netstat-tcp-byte-counters.txt',
    'darwin/netstat-tcp-numbered-gencnt.txt',
    'darwin/netstat-tcp-numbered.txt',
  ])('loses nothing but the header of %s when the header is lost', (name) => {
    const capture = readCapture(name);
    const headerless = capture.toString('utf8').replace(/^Proto.*\n/m, '');
    expect(parseNetstat(headerless).rows).toEqual(parse(capture));
  });
});

describe('what is a listener', () => {
  test('connections and sockets on their way out are not', () => {
    expect(parse(readCapture('darwin/netstat-tcp-10.14-mojave.txt'))).toEqual([]);
    expect(parse(readCapture('darwin/netstat-tcp-numbered-gencnt-epid.txt'))).toEqual([]);
  });

  test('a UDP socket without another end is, a connected one is not', () => {
    expect(brief(readCapture('darwin/netstat-udp-named.txt'))).toEqual(['udp4 0.0.0.0:5353 21865 adb']);
  });

  test.each(['*.0', '*.70000', '*.http', '999.1.1.1.80'])('%s is not (constructed)', (local) => {
    const text = readCapture('darwin/netstat-tcp-26.4.txt')
      .toString('utf8')
      .replace('127.0.0.1.51836', local);
    expect(parseNetstat(text).rows).toHaveLength(3);
  });

  test('a socket without a port is not (constructed)', () => {
    const row =
      'udp4       0      0  *.*                    *.*                                786896    9216    470      0 00000 00000000';
    expect(parseNetstat(`${row}\n`).rows).toEqual([]);
  });
});

describe('addresses', () => {
  test('a dual-stack socket listens on ::', () => {
    const [row] = parse(readCapture('darwin/netstat-tcp-numbered.txt'));
    expect(row).toMatchObject({ family: 6, address: '::' });
  });

  test('an address that netstat cut stays in the list with what is known of it', () => {
    expect(brief(readCapture('darwin/netstat-tcp-26-cut-address.txt'))).toContain(
      'tcp6 fe80::c4c8:5ff:f:62503 368 remoted',
    );
  });

  test('a dual-stack socket on an IPv4 address is IPv4 (constructed)', () => {
    const text = readCapture('darwin/netstat-tcp-26.4.txt')
      .toString('utf8')
      .replace('*.3283 ', '127.0.0.1.3283 ');
    expect(parseNetstat(text).rows[1]).toMatchObject({ family: 4, address: '127.0.0.1', port: 3283 });
  });

  test('a scope stays with its address (constructed from a connection of a capture)', () => {
    const line = readCapture('darwin/netstat-tcp-26-research.txt')
      .toString('utf8')
      .split('\n')
      .find((text) => text.includes('%lo0'));
    const listening = line?.replace('fe80::2%lo0.61000', '*.*').replace('ESTABLISHED', 'LISTEN');
    expect(parseNetstat(`${listening}\n`).rows).toMatchObject([
      { address: 'fe80::1%lo0', port: 5000, pid: 900 },
    ]);
  });
});

describe('owners', () => {
  test('pid 0 is nobody (constructed)', () => {
    const rows = parse(Buffer.from('tcp4 0 0 *.2049 *.* LISTEN 131072 131072 0 0 0x0100 0x00000006\n'));
    expect(rows).toMatchObject([{ port: 2049, pid: null }]);
  });

  test('a process without a name still has its pid (constructed)', () => {
    const text = readCapture('darwin/netstat-tcp-26.4.txt')
      .toString('utf8')
      .replace('node:53082', '    :53082');
    expect(parseNetstat(text).rows[0]).toMatchObject({ pid: 53082, name: null });
  });

  test('a state of more than five digits does not hide the pid (constructed)', () => {
    const text = readCapture('darwin/netstat-tcp-26.4.txt').toString('utf8').replace(' 00100 ', ' 1000100 ');
    expect(parseNetstat(text).rows[0]).toMatchObject({ pid: 53082, name: 'node' });
  });

  test('colons and digits in a name do not become the pid (constructed)', () => {
    const text = readCapture('darwin/netstat-tcp-26.4.txt')
      .toString('utf8')
      .replace('node:53082', 'a:1 00100 00000006 b:53082');
    expect(parseNetstat(text).rows[0]).toMatchObject({ pid: 53082, name: 'a:1 00100 00000006 b' });
  });

  test('a header that promises something else than the row does not make up a pid (constructed)', () => {
    const text = readCapture('darwin/netstat-tcp-26.4.txt')
      .toString('utf8')
      .replace('process:pid', 'pid   epid');
    expect(parseNetstat(text).rows.map((row) => row.pid)).toEqual([53082, 1039, 1232, 910]);
  });

  test('says when no header named a pid', () => {
    expect(parseNetstat('').hasPids).toBe(false);
    const header = 'Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)\n';
    expect(parseNetstat(header).hasPids).toBe(false);
    expect(parseNetstat(readCapture('darwin/netstat-tcp-26.4.txt').toString('utf8')).hasPids).toBe(true);
  });
});

describe.each(listCaptures('darwin', 'netstat-'))('%s', (name) => {
  const capture = readCapture(name);

  test('cut anywhere keeps the rows before the cut', () => {
    expect(findBrokenCuts(capture, parse)).toEqual([]);
  });

  test.each([
    ['junk', Buffer.from('%% tcp4 LISTEN *.* 12')],
    ['a NUL', Buffer.from([0])],
    ['bytes of another code page', Buffer.from([0xff, 0x99, 0xc3, 0x28, 0xa0])],
    ['an error of netstat', Buffer.from('netstat: sysctl: net.inet.tcp.pcblist_n: Operation not permitted')],
  ])('keeps every row with %s between the lines', (_, junk) => {
    expect(parse(interleave(capture, junk))).toEqual(parse(capture));
  });

  test('reads the same with CRLF', () => {
    const crlf = Buffer.from(capture.toString('latin1').replaceAll('\n', '\r\n'), 'latin1');
    expect(parse(crlf)).toEqual(parse(capture));
  });
});
