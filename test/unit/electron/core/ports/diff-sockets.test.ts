import { describe, expect, it } from 'vitest';
import { SocketDiffer } from '../../../../../electron/core/ports/diff-sockets.ts';
import type { ListeningSocket } from '../../../../../electron/core/ports/port-source.ts';

const first = { pid: 1, startTime: null, name: 'one' };
const second = { pid: 2, startTime: null, name: 'two' };

function socket(key: string, facts: Partial<ListeningSocket> = {}): ListeningSocket {
  return {
    key,
    protocol: 'tcp',
    family: 4,
    address: '127.0.0.1',
    port: 80,
    uid: 0,
    owners: [first, second],
    ownersHidden: false,
    ...facts,
  };
}

describe('SocketDiffer', () => {
  it('tells everything the first time and nothing the second', () => {
    const differ = new SocketDiffer();
    expect(differ.diff([socket('a'), socket('b')]).changed.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(differ.diff([socket('b'), socket('a', { owners: [second, first] })])).toEqual({
      changed: [],
      removed: [],
    });
  });

  it('tells what came, what went and what is different', () => {
    const differ = new SocketDiffer();
    differ.diff([socket('gone'), socket('kept'), socket('different')]);
    const { changed, removed } = differ.diff([
      socket('kept'),
      socket('different', { owners: [first] }),
      socket('new'),
    ]);
    expect(changed.map(({ key }) => key)).toEqual(['different', 'new']);
    expect(removed).toEqual(['gone']);
  });

  it.each<Partial<ListeningSocket>>([
    { protocol: 'udp' },
    { family: 6 },
    { address: '::1' },
    { port: 81 },
    { uid: null },
    { ownersHidden: true },
    { owners: [first, { ...second, name: 'renamed' }] },
    { owners: [first, { ...second, startTime: 5 }] },
    { owners: [first, { ...second, pid: 3 }] },
  ])('notices %j', (difference) => {
    const differ = new SocketDiffer();
    differ.diff([socket('a')]);
    expect(differ.diff([socket('a', difference)]).changed).toHaveLength(1);
  });
});
