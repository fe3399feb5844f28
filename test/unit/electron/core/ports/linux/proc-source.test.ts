import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProcSource } from '../../../../../../electron/core/ports/linux/proc-source.ts';
import { capturePath, readCapture } from '../../../../../helpers/captures.ts';

/** A folder that looks like /proc: captured tables, and processes made of real links. */
describe('createProcSource on a captured /proc', () => {
  let procRoot: string;
  const source = () => createProcSource({ procRoot, bootTimeMs: 1_000_000 });

  beforeEach(() => {
    procRoot = mkdtempSync(path.join(tmpdir(), 'proc-'));
    mkdirSync(path.join(procRoot, 'net'));
    for (const table of ['tcp', 'tcp6', 'udp', 'udp6']) {
      copyFileSync(capturePath(`linux/proc-net-${table}.txt`), path.join(procRoot, 'net', table));
    }
  });
  afterEach(() => rmSync(procRoot, { recursive: true }));

  function addProcess(pid: number, name: string, inodes: readonly number[]): void {
    const folder = path.join(procRoot, String(pid), 'fd');
    mkdirSync(folder, { recursive: true });
    for (const [index, inode] of inodes.entries())
      symlinkSync(`socket:[${inode}]`, path.join(folder, `${index}`));
    const fields = 'S 1 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 250 0';
    writeFileSync(path.join(procRoot, String(pid), 'stat'), `${pid} (${name}) ${fields}`);
  }

  function inodeOfPort(port: number): number {
    const hex = port.toString(16).toUpperCase().padStart(4, '0');
    const row = readCapture('linux/proc-net-tcp.txt')
      .toString('latin1')
      .split('\n')
      .find((line) => line.includes(`:${hex} 00000000:0000 0A`));
    return Number(row?.trim().split(/\s+/)[9]);
  }

  it('joins sockets with the processes that link to them', async () => {
    addProcess(7, 'my (app) x', [inodeOfPort(8000), inodeOfPort(8001)]);
    addProcess(8, 'café', [inodeOfPort(8001)]);
    const { changed } = await source().scan();
    const ownersAt = (port: number) => changed.find((socket) => socket.port === port)?.owners;
    expect(ownersAt(8000)).toEqual([{ pid: 7, startTime: 1_002_500, name: 'my (app) x' }]);
    expect(ownersAt(8001)?.map(({ pid, name }) => [pid, name])).toEqual([
      [7, 'my (app) x'],
      [8, 'café'],
    ]);
  });

  it('keeps sockets without a visible owner, with their user', async () => {
    const { changed } = await source().scan();
    expect(changed).toHaveLength(25);
    expect(changed.every((socket) => socket.ownersHidden && socket.owners.length === 0)).toBe(true);
    expect(changed.find((socket) => socket.port === 8000)?.uid).toBe(65534);
  });

  it('does without IPv6 and UDP', async () => {
    for (const table of ['tcp6', 'udp', 'udp6']) rmSync(path.join(procRoot, 'net', table));
    const { changed } = await source().scan();
    expect(new Set(changed.map((socket) => socket.key.split(':')[0]))).toEqual(new Set(['tcp']));
  });

  it('says which file cannot be read', () => {
    rmSync(path.join(procRoot, 'net'), { recursive: true });
    expect(source).toThrow(`${procRoot}/net/tcp cannot be read (ENOENT)`);
  });
});
