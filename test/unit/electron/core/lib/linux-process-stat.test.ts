import { describe, expect, test } from 'vitest';
import {
  hasEnded,
  isStopped,
  parseProcessStat,
} from '../../../../../electron/core/lib/linux-process-stat.ts';

const rest = (state: string, threads = 1) =>
  `${state} 812 41 41 0 -1 4194304 1 2 3 4 5 6 7 8 20 0 ${threads} 0 4711 1000 200 18446744073709551615`;
const read = (bytes: Buffer) => parseProcessStat(bytes.toString('latin1'));
const stat = (name: string, state = 'S', threads = 1) =>
  read(Buffer.from(`41 (${name}) ${rest(state, threads)}\n`));

describe('parseProcessStat', () => {
  test('reads parent, threads and start', () => {
    expect(stat('node')).toMatchObject({ name: 'node', parentPid: 812, threads: 1, startTicks: 4711 });
  });

  test.each(['my (app) x', 'a) S 1 (b', 'with\nnewline', '))) (((', ') S 1 (', 'café', 'a b', ''])(
    'keeps the name %j whole',
    (name) => {
      expect(stat(name)).toMatchObject({ name, parentPid: 812, startTicks: 4711 });
    },
  );

  test('marks a name that fills its 15 bytes', () => {
    expect(stat('gnome-terminal-')?.nameIsCut).toBe(true);
    expect(stat('gnome-terminal')?.nameIsCut).toBe(false);
  });

  test('drops a character that was cut in its middle', () => {
    const cut = Buffer.concat([
      Buffer.from('41 (serveur-de-caf'),
      Buffer.from([0xc3]),
      Buffer.from(`) ${rest('S')}`),
    ]);
    expect(read(cut)?.name).toBe('serveur-de-caf');
    const wide = Buffer.from('twelve-bytes😀').subarray(0, 15);
    const cutWide = Buffer.concat([Buffer.from('41 ('), wide, Buffer.from(`) ${rest('S')}`)]);
    expect(read(cutWide)?.name).toBe('twelve-bytes');
  });

  test('marks what is not UTF-8 in a name that was not cut', () => {
    const latin1 = Buffer.from(`41 (caf\xe9) ${rest('S')}`, 'latin1');
    expect(read(latin1)?.name).toBe('caf\ufffd');
  });

  test('answers null for what is no stat file', () => {
    for (const text of ['', '41', '41 (node', '41 (node) S', `41 (node) S x ${rest('S')}`]) {
      expect(parseProcessStat(text)).toBeNull();
    }
  });

  test('tells a process that ended from one whose main thread left', () => {
    const ended = (state: string, threads: number) => {
      const parsed = stat('x', state, threads);
      return parsed && hasEnded(parsed);
    };
    expect(ended('Z', 1)).toBe(true);
    expect(ended('X', 1)).toBe(true);
    expect(ended('Z', 4)).toBe(false);
    expect(ended('S', 1)).toBe(false);
  });

  test('knows a stopped process', () => {
    const parsed = stat('x', 'T');
    expect(parsed && isStopped(parsed)).toBe(true);
  });
});
