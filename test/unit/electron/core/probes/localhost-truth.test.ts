import { describe, expect, it, test } from 'vitest';
import {
  localhostNote,
  localhostTruth,
} from '../../../../../electron/core/probes/localhost/localhost-truth.ts';
import type { LoopbackAddress } from '../../../../../electron/core/probes/localhost/who-is-reached.ts';
import type { Platform } from '../../../../../shared/contract/host.ts';
import type { Listener } from '../../../../../shared/contract/ports.ts';
import { localhostTruthSchema } from '../../../../../shared/contract/probes.ts';
import type { Process } from '../../../../../shared/contract/processes.ts';
import { aListener, aProcess } from '../../../../fakes/rows.ts';

const python = aProcess(11, { name: 'python3', command: ['python3'] });
const node = aProcess(22, { name: 'node', command: ['node'] });
const at = (address: string, owner: Process, change: Partial<Listener> = {}) =>
  aListener(3000, [owner], { address, ...change });

function facts(
  listeners: readonly Listener[],
  platform: Platform = 'linux',
  order?: readonly LoopbackAddress[],
) {
  const owners = new Map([python, node].map((owner) => [owner.key, owner]));
  return {
    port: 3000,
    listeners,
    ownersOf: (listener: Listener) => listener.owners.flatMap((key) => owners.get(key) ?? []),
    order: order ?? (['::1', '127.0.0.1'] as const),
    platform,
  };
}

function truth(...given: Parameters<typeof facts>) {
  return localhostTruthSchema.parse(localhostTruth(facts(...given)));
}

describe('who is reached', () => {
  it('is nobody when nothing listens', () => {
    expect(truth([])).toMatchObject({
      verdict: 'nobody',
      message: 'Nothing listens where localhost:3000 leads.',
    });
  });

  it('is one program on both addresses', () => {
    expect(truth([at('127.0.0.1', node), at('::1', node)])).toMatchObject({
      verdict: 'same',
      message: 'localhost:3000 leads to node 22.',
    });
  });

  it('is a dual-stack wildcard for both, except on Windows', () => {
    expect(truth([at('::', node)]).verdict).toBe('same');
    expect(truth([at('::', node)], 'win32').verdict).toBe('one-family');
  });

  it('says which address leads nowhere and whether it is tried first', () => {
    expect(truth([at('127.0.0.1', node)]).message).toBe(
      'localhost:3000 leads to node 22 on 127.0.0.1; nothing listens on [::1]:3000, which is tried first.',
    );
    expect(truth([at('0.0.0.0', node)]).verdict).toBe('one-family');
  });

  it('names both programs when they differ', () => {
    const { verdict, message, paths } = truth([at('127.0.0.1', python), at('::1', node)]);
    expect(verdict).toBe('different-programs');
    expect(message).toBe('localhost:3000 leads to node 22 on ::1 first; 127.0.0.1:3000 is python3 11.');
    expect(paths.map(({ holder }) => holder)).toEqual(['python3 11', 'node 22']);
  });

  it('prefers the exact address to a wildcard, and the own family to the other', () => {
    const { paths } = truth([at('::', node), at('127.0.0.1', python)]);
    expect(paths.map(({ holder }) => holder)).toEqual(['python3 11', 'node 22']);
    expect(truth([at('0.0.0.0', python), at('::', node)]).verdict).toBe('different-programs');
  });

  it('asks only for the addresses that the name has here', () => {
    expect(truth([at('127.0.0.1', node)], 'linux', ['127.0.0.1']).verdict).toBe('same');
  });

  it('counts neither UDP nor addresses of the network', () => {
    expect(truth([at('127.0.0.1', node, { protocol: 'udp' }), at('192.168.1.5', node)]).verdict).toBe(
      'nobody',
    );
  });
});

describe('the warning of a row', () => {
  const [v4, v6] = [at('127.0.0.1', python), at('::1', node)];
  const note = (listener: Listener, listeners: readonly Listener[]) =>
    localhostNote(listener, facts(listeners));

  it('stands where the name leads to another program', () => {
    expect(note(v4, [v4, v6])).toBe('localhost:3000 leads to node 22 at [::1]:3000, not to this program.');
    expect(note(v6, [v4, v6])).toBeNull();
  });

  it('stands at a wildcard that an exact address hides', () => {
    const wildcard = at('0.0.0.0', python);
    const exact = at('127.0.0.1', node);
    expect(note(wildcard, [wildcard, exact])).toMatch(/leads to node 22/);
  });

  it('does not stand where one program listens twice, by itself or with its child', () => {
    const child = { ...node, parents: [{ pid: python.pid, name: 'python3' }] };
    const family = {
      ...facts([v4, v6]),
      ownersOf: (listener: Listener) => (listener === v4 ? [python] : [child]),
    };
    expect(localhostNote(v4, family)).toBeNull();
    expect(note(at('127.0.0.1', node), [at('127.0.0.1', node), v6])).toBeNull();
  });

  it('does not stand where nobody can see who listens', () => {
    const hidden = at('::1', aProcess(99), { owners: [], ownersHidden: true, socketUser: 'maya' });
    expect(note(v4, [v4, hidden])).toBeNull();
  });

  it('stands where a hidden owner is of another user', () => {
    const hidden = at('::1', aProcess(99), { owners: [], ownersHidden: true, socketUser: 'root' });
    expect(note(v4, [v4, hidden])).toMatch(/leads to a process of user root/);
  });

  test('the two proxies of one container are one', () => {
    const container = { id: 'c', name: 'web', image: 'nginx', composeProject: null, composeService: null };
    const [one, two] = [
      { ...v4, container },
      { ...v6, container },
    ];
    expect(note(one, [one, two])).toBeNull();
  });
});
