import { describe, expect, test } from 'vitest';
import { parseLsof } from '../../../../../../electron/core/ports/darwin/parse-lsof.ts';
import { findBrokenCuts, interleave, listCaptures, readCapture } from '../../../../../helpers/captures.ts';

const parse = (bytes: Buffer) => parseLsof(bytes.toString('utf8'));
const brief = (bytes: Buffer) =>
  parse(bytes).map(
    (row) => `${row.protocol}${row.family} ${row.address}:${row.port} ${row.pid} ${row.name} ${row.uid}`,
  );

/** The same output with the fields ended by NUL, as `0` among the fields makes lsof print it. */
function withNul(capture: Buffer): Buffer {
  const sets = capture
    .toString('utf8')
    .trimEnd()
    .split(/\n(?=[pf])/);
  return Buffer.from(sets.map((set) => `${set.replaceAll('\n', '\0')}\0\n`).join(''));
}

describe('captures', () => {
  test('gives the sockets that listen, of every descriptor', () => {
    expect(brief(readCapture('darwin/lsof-fields-pvw.txt'))).toEqual([
      'tcp4 0.0.0.0:57607 783 rapportd null',
      'tcp4 0.0.0.0:57607 783 rapportd null',
      'tcp4 0.0.0.0:5000 866 ControlCenter null',
      'tcp4 0.0.0.0:7000 866 ControlCenter null',
      'tcp4 0.0.0.0:7000 866 ControlCenter null',
      'tcp4 0.0.0.0:5000 866 ControlCenter null',
    ]);
  });

  test('takes the family of a wildcard from the type', () => {
    expect(brief(readCapture('darwin/lsof-fields-26.txt'))).toEqual(['tcp6 :::38123 54256 Python 501']);
  });

  test('gives a name with a space and parentheses in full', () => {
    expect(brief(readCapture('darwin/lsof-fields-helper.txt'))).toEqual([
      'tcp6 ::1:60332 21891 Code Helper (Plugin) null',
    ]);
  });

  test.each(listCaptures('darwin', 'lsof-'))('%s reads the same with NUL', (name) => {
    const capture = readCapture(name);
    expect(parse(withNul(capture))).toEqual(parse(capture));
  });
});

describe('constructed', () => {
  test('a socket in another state is no listener', () => {
    expect(parseLsof('p1\nca\nf3\nPTCP\nn*:80\nTST=CLOSED\n')).toEqual([]);
  });

  test('a UDP socket with a port is one, a connected one is not', () => {
    const text = 'p1\nca\nf3\ntIPv4\nPUDP\nn*:5353\nf4\ntIPv4\nPUDP\nn10.0.0.1:5353->10.0.0.2:53\n';
    expect(parseLsof(text)).toMatchObject([{ protocol: 'udp', port: 5353 }]);
  });

  test('bytes that lsof escaped are put back', () => {
    expect(parseLsof('p1\nccaf\\xc3\\xa9 \\\\x\nf3\ntIPv4\nPTCP\nn*:80\n')).toMatchObject([
      { name: 'café \\x' },
    ]);
  });

  test('the interface inside a link-local address becomes its scope', () => {
    const text = 'p77\ncremoted\nf4\ntIPv6\nPTCP\nn[fe80:5::aede:48ff:fe00:1122]:49154\n';
    expect(parseLsof(text)).toMatchObject([{ address: 'fe80::aede:48ff:fe00:1122%5', port: 49154 }]);
  });

  test('a blanked out kernel address tells nothing', () => {
    const device = (d: string) => parseLsof(`p1\nca\nf3\ntIPv4\nd${d}\nPTCP\nn*:80\n`)[0]?.device;
    expect([device('0x80682f2dbd9b4293'), device('0x0'), device('0')]).toEqual([
      '0x80682f2dbd9b4293',
      null,
      null,
    ]);
  });

  test('a file that follows no process is left out', () => {
    expect(parseLsof('f3\ntIPv4\nPTCP\nn*:80\n')).toEqual([]);
  });

  test('the socket of a process whose number was damaged is left out', () => {
    expect(parseLsof('p12x\nca\nf3\ntIPv4\nPTCP\nn*:80\n')).toEqual([]);
  });
});

describe.each(listCaptures('darwin', 'lsof-'))('%s', (name) => {
  const capture = readCapture(name);

  test('cut anywhere, with or without NUL, keeps the sockets before the cut', () => {
    const place = (bytes: Buffer) => parse(bytes).map(({ pid, address, port }) => ({ pid, address, port }));
    // Without a NUL a set has no end, so the state of the last socket may be cut off: its place may not change.
    expect(findBrokenCuts(capture, place)).toEqual([]);
    expect(findBrokenCuts(withNul(capture), parse)).toEqual([]);
  });

  test.each([
    ['junk', Buffer.from('%%')],
    ['a warning', Buffer.from("lsof: WARNING: can't stat() nfs file system /mnt")],
    ['bytes of another code page', Buffer.from([0xff, 0x99, 0xc3])],
  ])('keeps every socket with %s between the lines', (_, junk) => {
    expect(parse(interleave(capture, junk))).toEqual(parse(capture));
  });
});
