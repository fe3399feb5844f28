import { describe, expect, it } from 'vitest';
import { FallbackSource, type SourceCandidate } from '../../../../../electron/core/ports/fallback-source.ts';
import type {
  ListeningSocket,
  PortSource,
  PortSourceName,
  SocketChanges,
} from '../../../../../electron/core/ports/port-source.ts';

function changes(...keys: string[]): SocketChanges {
  const changed = keys.map(
    (key): ListeningSocket => ({
      key,
      protocol: 'tcp',
      family: 4,
      address: '127.0.0.1',
      port: 80,
      uid: 0,
      owners: [],
      ownersHidden: true,
    }),
  );
  return { changed, removed: [] };
}

/** Answers its scans from a list, an error is thrown; afterwards nothing changes any more. */
class ScriptedSource implements PortSource {
  readonly name: PortSourceName;
  isClosed = false;
  readonly #answers: (SocketChanges | Error)[];

  constructor(name: PortSourceName, ...answers: (SocketChanges | Error)[]) {
    this.name = name;
    this.#answers = answers;
  }

  async scan(): Promise<SocketChanges> {
    const answer = this.#answers.shift() ?? changes();
    if (answer instanceof Error) throw answer;
    return answer;
  }

  close(): void {
    this.isClosed = true;
  }
}

function candidate(...sources: PortSource[]): SourceCandidate {
  const name = sources[0]?.name ?? 'none';
  return {
    name,
    async open() {
      const source = sources.shift();
      if (source === undefined) throw new Error('not here');
      return { source, fallbackReason: null };
    },
  };
}

const broken = new Error('broken');
const keysOf = ({ changed }: SocketChanges) => changed.map((socket) => socket.key);

describe('FallbackSource', () => {
  it('takes the first source that can scan, passes that scan on and says why', async () => {
    const first = new ScriptedSource('proc', broken);
    const source = await FallbackSource.open([
      candidate(first),
      candidate(new ScriptedSource('ss', changes('a'), changes('b'))),
    ]);
    expect([source.name, source.fallbackReason, first.isClosed]).toEqual(['ss', 'proc: broken', true]);
    expect(keysOf(await source.scan())).toEqual(['a']);
    expect(keysOf(await source.scan())).toEqual(['b']);
  });

  it('has no reason when the first works', async () => {
    const source = await FallbackSource.open([candidate(new ScriptedSource('proc'))]);
    expect(source.fallbackReason).toBeNull();
  });

  it('throws with every reason when none works', async () => {
    const opening = FallbackSource.open([candidate(new ScriptedSource('proc', broken)), candidate()]);
    await expect(opening).rejects.toThrow(/proc: broken; none: not here/);
  });

  it('lets single failures through', async () => {
    const proc = new ScriptedSource(
      'proc',
      changes('a'),
      broken,
      broken,
      changes('b'),
      broken,
      broken,
      changes('c'),
    );
    const source = await FallbackSource.open([candidate(proc), candidate(new ScriptedSource('ss'))]);
    await source.scan();
    await expect(source.scan()).rejects.toThrow('broken');
    await expect(source.scan()).rejects.toThrow('broken');
    expect(keysOf(await source.scan())).toEqual(['b']);
    await expect(source.scan()).rejects.toThrow('broken');
    await expect(source.scan()).rejects.toThrow('broken');
    expect(keysOf(await source.scan())).toEqual(['c']);
    expect(source.name).toBe('proc');
  });

  it('changes over at the third failure in a row and tells the difference', async () => {
    const proc = new ScriptedSource('proc', changes('a', 'b'), broken, broken, broken);
    const source = await FallbackSource.open([
      candidate(proc),
      candidate(new ScriptedSource('ss', changes('b', 'c'))),
    ]);
    await source.scan();
    await expect(source.scan()).rejects.toThrow('broken');
    await expect(source.scan()).rejects.toThrow('broken');
    const difference = await source.scan();
    expect([keysOf(difference), difference.removed]).toEqual([['b', 'c'], ['a']]);
    expect([source.name, source.fallbackReason, proc.isClosed]).toEqual([
      'ss',
      'proc stopped working: broken',
      true,
    ]);
  });

  it('comes back to the first when the others fail as well', async () => {
    const proc = new ScriptedSource('proc', changes('a'), broken, broken, broken);
    const source = await FallbackSource.open([
      candidate(proc, new ScriptedSource('proc', changes('a', 'd'))),
    ]);
    await source.scan();
    await expect(source.scan()).rejects.toThrow();
    await expect(source.scan()).rejects.toThrow();
    expect(keysOf(await source.scan())).toEqual(['a', 'd']);
  });

  it('keeps trying when nothing works any more', async () => {
    const proc = new ScriptedSource('proc', changes('a'), broken, broken, broken, changes('b'));
    const source = await FallbackSource.open([candidate(proc)]);
    await source.scan();
    await expect(source.scan()).rejects.toThrow('broken');
    await expect(source.scan()).rejects.toThrow('broken');
    await expect(source.scan()).rejects.toThrow(/No way to list ports works here/);
    expect(keysOf(await source.scan())).toEqual(['b']);
  });
});
