import { expect, it } from 'vitest';
import { parseApplicationFirewall } from '../../../../../../electron/core/doctor/darwin/parse-application-firewall.ts';
import { parseTcpStates } from '../../../../../../electron/core/doctor/darwin/parse-tcp-states.ts';
import { listCaptures, readCapture } from '../../../../../helpers/captures.ts';

const capture = (name: string) => readCapture(name).toString('utf8');

it('reads TIME_WAIT of macOS 13 with the pid that held it', () => {
  expect(parseTcpStates(capture('darwin/netstat-tcp-numbered-gencnt.txt'), 58_090)).toEqual([
    {
      family: 6,
      address: '::1',
      remoteAddress: '::1',
      remotePort: 2222,
      state: 'time-wait',
      holder: { pid: 43_387, name: '', command: [] },
      endsInMs: null,
    },
  ]);
});

it('reads a connection of macOS 10.14', () => {
  const [found] = parseTcpStates(capture('darwin/netstat-tcp-10.14-mojave.txt'), 52_044);
  expect(found).toMatchObject({ family: 4, state: 'connected', remotePort: 443, holder: { pid: 9811 } });
});

it('finds the listener in every capture that has one', () => {
  for (const name of listCaptures('darwin', 'netstat-tcp')) {
    const text = capture(name);
    const [, port] = /^tcp\S* +\d+ +\d+ +\S+\.(\d+) +\*\.\* +LISTEN/m.exec(text) ?? [];
    if (port === undefined) continue;
    const found = parseTcpStates(text, Number(port));
    expect(
      found.map(({ state }) => state),
      name,
    ).toContain('listening');
  }
});

it('knows whether the firewall of macOS is on', () => {
  expect(parseApplicationFirewall(capture('doctor/socketfilterfw-on.txt'))).toMatchObject({
    isOn: true,
    admits: null,
  });
  expect(parseApplicationFirewall(capture('doctor/socketfilterfw-off.txt'))).toMatchObject({
    isOn: false,
    admits: true,
  });
  expect(parseApplicationFirewall('')).toBeNull();
});
