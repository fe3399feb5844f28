import { describe, expect, it } from 'vitest';
import { parseCurrentProfile } from '../../../../../../electron/core/doctor/win32/parse-current-profile.ts';
import { parseExcludedRanges } from '../../../../../../electron/core/doctor/win32/parse-excluded-ranges.ts';
import { parseTcpStates } from '../../../../../../electron/core/doctor/win32/parse-tcp-states.ts';
import { readCapture } from '../../../../../helpers/captures.ts';

const capture = (name: string) => readCapture(name).toString('latin1');

describe('excluded ranges', () => {
  it('reads them in English, administered ones too', () => {
    expect(parseExcludedRanges(capture('doctor/excluded-english.txt'))).toEqual([
      { from: 80, to: 80 },
      { from: 5986, to: 5986 },
      { from: 47_001, to: 47_001 },
      { from: 56_638, to: 56_737 },
      { from: 56_738, to: 56_837 },
    ]);
    expect(parseExcludedRanges(capture('doctor/excluded-administered.txt'))).toContainEqual({
      from: 55_679,
      to: 55_679,
    });
  });

  it('reads them in another language', () => {
    expect(parseExcludedRanges(capture('doctor/excluded-spanish.txt'))).toContainEqual({
      from: 25_313,
      to: 25_412,
    });
  });
});

describe('sockets', () => {
  const spanish = capture('win32/netstat-spanish-cp850.txt');

  it('knows TIME_WAIT by the process that is none', () => {
    expect(parseTcpStates(spanish, 49_672)).toMatchObject([
      { state: 'time-wait', holder: null, remotePort: 443 },
    ]);
  });

  it('knows a connection and its holder', () => {
    expect(parseTcpStates(spanish, 51_824)).toMatchObject([{ state: 'connected', holder: { pid: 6760 } }]);
  });

  it('knows a listener of both families', () => {
    expect(parseTcpStates(spanish, 445).map(({ state, family }) => [state, family])).toEqual([
      ['listening', 4],
      ['listening', 6],
    ]);
  });
});

describe('the firewall', () => {
  it('is on and decides by program', () => {
    const found = parseCurrentProfile(capture('doctor/advfirewall-on.txt'));
    expect(found).toEqual({ name: 'Windows firewall', isOn: true, admits: null });
  });

  it('is off', () => {
    expect(parseCurrentProfile(capture('doctor/advfirewall-off.txt'))).toMatchObject({
      isOn: false,
      admits: true,
    });
  });

  it('is not guessed', () => {
    expect(parseCurrentProfile('Der angeforderte Vorgang erfordert erhöhte Rechte.')).toBeNull();
  });
});
