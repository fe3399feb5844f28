import { describe, expect, it } from 'vitest';
import {
  parseFirewalld,
  parseNft,
  parseUfw,
} from '../../../../../../electron/core/doctor/linux/parse-firewalls.ts';
import { readCapture } from '../../../../../helpers/captures.ts';

const capture = (name: string) => readCapture(`doctor/${name}`).toString('utf8');

describe('ufw', () => {
  it.each([
    ['ufw-active.txt', 22, true],
    ['ufw-active.txt', 3000, false],
    ['ufw-raspberry.txt', 443, true],
    ['ufw-raspberry.txt', 45_000, true],
    ['ufw-raspberry.txt', 8080, false],
  ])('%s: port %i is let in: %s', (name, port, admits) => {
    expect(parseUfw(capture(name), port)).toEqual({ name: 'ufw', isOn: true, admits });
  });

  it('lets everything in while it is inactive', () => {
    expect(parseUfw('Status: inactive\n', 3000)).toEqual({ name: 'ufw', isOn: false, admits: true });
  });

  it('says nothing of a refusal', () => {
    expect(parseUfw('ERROR: You need to be root to run this script\n', 3000)).toBeNull();
  });
});

describe('firewalld', () => {
  it.each([
    ['firewalld-fedora.txt', 3000, true],
    ['firewalld-fedora.txt', 80, null],
    ['firewalld-home.txt', 2002, true],
    ['firewalld-home.txt', 3000, false],
  ])('%s: port %i is let in: %s', (name, port, admits) => {
    expect(parseFirewalld(capture(name), port)).toEqual({ name: 'firewalld', isOn: true, admits });
  });
});

describe('nftables', () => {
  it.each([
    ['nft-drop.txt', 22, true, true],
    ['nft-drop.txt', 3005, true, true],
    ['nft-drop.txt', 8080, true, false],
    ['nft-reject.txt', 8080, true, false],
    ['nft-reject.txt', 9000, true, false],
    ['nft-reject.txt', 3000, true, true],
    ['nft-empty.txt', 3000, false, true],
  ])('%s: port %i, on: %s, let in: %s', (name, port, isOn, admits) => {
    expect(parseNft(capture(name), port)).toEqual({ name: 'nftables', isOn, admits });
  });

  it('does not guess where a chain jumps to another', () => {
    const text =
      '\tchain input {\n\t\ttype filter hook input priority 0; policy drop;\n\t\tjump docker\n\t}\n';
    expect(parseNft(`table inet filter {\n${text}}\n`, 3000).admits).toBeNull();
  });
});
