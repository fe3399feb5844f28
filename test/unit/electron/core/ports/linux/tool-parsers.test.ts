import { describe, expect, it } from 'vitest';
import { parseLsof } from '../../../../../../electron/core/ports/linux/parse-lsof.ts';
import { parseNetstat } from '../../../../../../electron/core/ports/linux/parse-netstat.ts';
import { parseSs } from '../../../../../../electron/core/ports/linux/parse-ss.ts';
import type { ListeningSocket } from '../../../../../../electron/core/ports/port-source.ts';
import { findBrokenCuts, interleave, readCapture } from '../../../../../helpers/captures.ts';

type Parse = (bytes: Buffer) => ListeningSocket[];

const ssTcp: Parse = (bytes) => parseSs(bytes.toString('utf8'), 'tcp');
const ssUdp: Parse = (bytes) => parseSs(bytes.toString('utf8'), 'udp');
const netstat: Parse = (bytes) => parseNetstat(bytes.toString('utf8'));
const lsof: Parse = (bytes) => parseLsof(bytes.toString('latin1'));

const captures: readonly (readonly [string, Parse])[] = [
  ['ss-tcp-root.txt', ssTcp],
  ['ss-tcp-nobody.txt', ssTcp],
  ['ss-udp-root.txt', ssUdp],
  ['ss-udp-nobody.txt', ssUdp],
  ['netstat-root.txt', netstat],
  ['netstat-nobody.txt', netstat],
];

function parsed(name: string, parse: Parse): ListeningSocket[] {
  return parse(readCapture(`linux/${name}`));
}

/** Names and users that not every tool tells are left out, and so are scopes, which only ss prints. */
function placesOf(sockets: readonly ListeningSocket[]): string[] {
  return sockets.map(({ key, address, port }) => `${key} ${address.split('%')[0]} ${port}`).sort();
}

function namesAt(sockets: readonly ListeningSocket[], address: string, port: number): (string | null)[] {
  const found = sockets.filter((socket) => socket.address === address && socket.port === port);
  return found.flatMap((socket) => socket.owners.map((owner) => owner.name));
}

describe('the tools of Linux', () => {
  it('list the same sockets, all three', () => {
    const ss = placesOf([...parsed('ss-tcp-root.txt', ssTcp), ...parsed('ss-udp-root.txt', ssUdp)]);
    expect(ss).toHaveLength(25);
    expect(placesOf(parsed('netstat-root.txt', netstat))).toEqual(ss);
    expect(placesOf([...parsed('lsof-tcp-root.bin', lsof), ...parsed('lsof-udp-root.bin', lsof)])).toEqual(
      ss,
    );
  });

  it('ss and lsof agree on every owner', () => {
    const pids = (sockets: readonly ListeningSocket[]) =>
      Object.fromEntries(sockets.map(({ key, owners }) => [key, owners.map(({ pid }) => pid).sort()]));
    expect(pids(parsed('lsof-tcp-root.bin', lsof))).toEqual(pids(parsed('ss-tcp-root.txt', ssTcp)));
    expect(pids(parsed('lsof-udp-root.bin', lsof))).toEqual(pids(parsed('ss-udp-root.txt', ssUdp)));
  });

  it('show an ordinary user all sockets, and hide the owners that it may not see', () => {
    const sockets = parsed('ss-tcp-nobody.txt', ssTcp);
    expect(placesOf(sockets)).toEqual(placesOf(parsed('ss-tcp-root.txt', ssTcp)));
    expect(
      sockets
        .filter((socket) => !socket.ownersHidden)
        .map((socket) => socket.port)
        .sort(),
    ).toEqual([53, 62893, 8000, 8080, 8443]);
    expect(sockets.every((socket) => socket.ownersHidden === (socket.owners.length === 0))).toBe(true);
  });

  it('ss keeps the scope of a link-local address', () => {
    expect(parsed('ss-tcp-root.txt', ssTcp).map((socket) => socket.address)).toContain(
      'fe80::5054:ff:fe12:3456%eth0',
    );
  });

  it('ss reads quotes in a name and does not tell a name that was cut or is no UTF-8', () => {
    const sockets = parsed('ss-tcp-root.txt', ssTcp);
    expect(namesAt(sockets, '127.0.0.1', 8001)).toEqual(['odd "name",pid=']);
    expect(namesAt(sockets, '127.0.0.1', 8002)).toEqual([null]);
    const names = sockets.flatMap((socket) => socket.owners.map((owner) => owner.name));
    expect(names).toContain('café');
    expect(names).not.toContain('my (app');
  });

  it('lsof tells names with parentheses and decodes its escapes', () => {
    const sockets = parsed('lsof-tcp-root.bin', lsof);
    const names = sockets.flatMap((socket) => socket.owners.map((owner) => owner.name));
    expect(names).toEqual(expect.arrayContaining(['my (app) x', 'café', 'odd "name",pid=']));
    expect(namesAt(sockets, '127.0.0.1', 8002)).toEqual([null]);
  });

  it('tell the user a socket belongs to', () => {
    const uidAt8000 = (sockets: readonly ListeningSocket[]) =>
      sockets.find((socket) => socket.port === 8000)?.uid;
    expect(uidAt8000(parsed('ss-tcp-nobody.txt', ssTcp))).toBe(65534);
    expect(uidAt8000(parsed('netstat-nobody.txt', netstat))).toBe(65534);
  });

  it.each(captures)('lose only the line at which %s was cut off', (name, parse) => {
    expect(findBrokenCuts(readCapture(`linux/${name}`), parse)).toEqual([]);
  });

  it.each(captures)('read %s with junk between its lines', (name, parse) => {
    const whole = parsed(name, parse);
    for (const junk of [
      '',
      'x',
      'tcp 0 0',
      '0 8 127.0.0.1:80 0.0.0.0:* users:((',
      '\0\0',
      '-'.repeat(5000),
    ]) {
      expect(parse(interleave(readCapture(`linux/${name}`), Buffer.from(junk)))).toEqual(whole);
    }
  });

  it('lsof cut off anywhere invents nothing', () => {
    const capture = readCapture('linux/lsof-tcp-root.bin');
    const whole = new Map(lsof(capture).map((socket) => [socket.key, socket]));
    for (let length = 0; length < capture.length; length++) {
      for (const socket of lsof(capture.subarray(0, length))) {
        const pids = whole.get(socket.key)?.owners.map(({ pid }) => pid);
        expect(pids?.slice(0, socket.owners.length)).toEqual(socket.owners.map(({ pid }) => pid));
      }
    }
  });
});
