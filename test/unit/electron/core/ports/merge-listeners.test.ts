import { beforeEach, describe, expect, it } from 'vitest';
import { ListenerTable } from '../../../../../electron/core/ports/merge-listeners.ts';
import type { ListeningSocket, SocketOwner } from '../../../../../electron/core/ports/port-source.ts';

function owner(pid: number, facts: Partial<SocketOwner> = {}): SocketOwner {
  return { pid, startTime: 1000 + pid, name: `program-${pid}`, ...facts };
}

function socket(key: string, facts: Partial<ListeningSocket> = {}): ListeningSocket {
  return {
    key,
    protocol: 'tcp',
    family: 4,
    address: '127.0.0.1',
    port: 62893,
    uid: 1000,
    owners: [],
    ownersHidden: false,
    ...facts,
  };
}

describe('ListenerTable', () => {
  let table: ListenerTable;
  const id = 'tcp/127.0.0.1/62893';
  beforeEach(() => {
    table = new ListenerTable();
  });
  const add = (...changed: ListeningSocket[]) => table.apply({ changed, removed: [] });
  const remove = (...removed: string[]) => table.apply({ changed: [], removed });

  it('makes one listener of all sockets at one place, with every owner once and by pid', () => {
    const { changed, removed } = add(
      socket('a', { owners: [owner(9), owner(3)] }),
      socket('b', { owners: [owner(3), owner(5)] }),
    );
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatchObject({ id, owners: [{ pid: 3 }, { pid: 5 }, { pid: 9 }] });
    expect(removed).toEqual([]);
  });

  it('keeps protocols, addresses and ports apart', () => {
    add(
      socket('a'),
      socket('b', { protocol: 'udp' }),
      socket('c', { address: '::1', family: 6 }),
      socket('d', { port: 5353, protocol: 'udp', address: '::', family: 6 }),
    );
    expect(table.listeners.map((listener) => listener.id)).toEqual([
      id,
      'udp/127.0.0.1/62893',
      'tcp/::1/62893',
      'udp/::/5353',
    ]);
  });

  it('tells a listener as gone only when its last socket is', () => {
    add(socket('a', { owners: [owner(1)] }), socket('b', { owners: [owner(2)] }));
    expect(remove('a')).toMatchObject({ changed: [{ id, owners: [{ pid: 2 }] }], removed: [] });
    expect(remove('b')).toEqual({ changed: [], removed: [id] });
    expect(table.listeners).toEqual([]);
  });

  it('says nothing when a socket was replaced by one that looks the same', () => {
    add(socket('a', { owners: [owner(1)] }));
    expect(table.apply({ changed: [socket('b', { owners: [owner(1)] })], removed: ['a'] })).toEqual({
      changed: [],
      removed: [],
    });
  });

  it('says nothing of a socket it never heard of that is gone, or came and went at once', () => {
    expect(remove('unknown')).toEqual({ changed: [], removed: [] });
  });

  it('notices another process under the same pid and another name', () => {
    add(socket('a', { owners: [owner(1)] }));
    expect(add(socket('a', { owners: [owner(1, { startTime: 5 })] })).changed).toHaveLength(1);
    expect(add(socket('a', { owners: [owner(1, { startTime: 5, name: 'renamed' })] })).changed).toHaveLength(
      1,
    );
  });

  it('moves a socket whose key now stands for another place', () => {
    add(socket('a'));
    const { changed, removed } = add(socket('a', { port: 8080 }));
    expect(changed.map((listener) => listener.id)).toEqual(['tcp/127.0.0.1/8080']);
    expect(removed).toEqual([id]);
  });

  it('takes a key that is removed and comes back in the same scan as present', () => {
    add(socket('a', { owners: [owner(1)] }));
    table.apply({ changed: [socket('a', { owners: [owner(2)] })], removed: ['a'] });
    expect(table.listeners).toMatchObject([{ id, owners: [{ pid: 2 }] }]);
  });

  it('hides owners when one of its sockets does', () => {
    add(socket('a', { owners: [owner(1)] }), socket('b', { ownersHidden: true }));
    expect(table.listeners).toMatchObject([{ ownersHidden: true, owners: [{ pid: 1 }] }]);
    expect(remove('b').changed).toMatchObject([{ ownersHidden: false }]);
  });

  it('prefers the mention of an owner that tells more', () => {
    add(
      socket('a', { owners: [owner(1, { startTime: null, name: null })] }),
      socket('b', { owners: [owner(1)] }),
    );
    expect(table.listeners[0]?.owners).toEqual([owner(1)]);
  });
});
