import { readdirSync, readFileSync, readlinkSync, type Stats, statSync } from 'node:fs';
import type { StandardInput, StreamKind } from '../launch-record.ts';
import { readPlace } from './read-place.ts';

/** What a descriptor of a process is. */
export function readStream(pid: number, descriptor: number, procRoot: string): StreamKind {
  const link = `${procRoot}/${pid}/fd/${descriptor}`;
  const target = linkTarget(link);
  if (target === null) return { kind: 'closed' };
  if (target === '/dev/null') return { kind: 'null' };
  if (target.startsWith('socket:')) return { kind: 'socket' };
  if (/^\/dev\/(pts\/|tty|console)/.test(target)) return { kind: 'terminal' };
  const type = statOf(link);
  if (type?.isFIFO()) return { kind: 'pipe' };
  // To open a device again, or a pipe with a name, may wait for ever or do something.
  const place = type?.isFile() ? readPlace(link) : null;
  return place ? { kind: 'file', path: place.path, isGone: place.state !== 'present' } : { kind: 'other' };
}

/** Standard input, with what decides whether a new start can do without it. */
export function readStandardInput(pid: number, procRoot: string): StandardInput {
  const stream = readStream(pid, 0, procRoot);
  if (!isForeignEnd(stream)) return stream;
  const isRead = isWatched(pid, procRoot) || isAwaited(pid, procRoot);
  const target = linkTarget(`${procRoot}/${pid}/fd/0`) ?? '';
  return stream.kind === 'pipe'
    ? { kind: 'pipe', isRead, hasWriter: hasWriter(target, procRoot) }
    : { kind: 'socket', isRead, isPair: isPair(target, pid, procRoot) };
}

function isForeignEnd(stream: StreamKind): stream is { readonly kind: 'pipe' | 'socket' } {
  return stream.kind === 'pipe' || stream.kind === 'socket';
}

/** An event loop (libuv, tokio, Go) waits for descriptor 0: the kernel lists what an epoll descriptor watches. */
function isWatched(pid: number, procRoot: string): boolean {
  const folder = `${procRoot}/${pid}/fdinfo`;
  return names(folder).some((name) => /^tfd:\s+0 /m.test(text(`${folder}/${name}`)));
}

/** A thread sits in read(0, …): call 0 on x86-64, 63 on arm64 and RISC-V. */
function isAwaited(pid: number, procRoot: string): boolean {
  const folder = `${procRoot}/${pid}/task`;
  return names(folder).some((thread) => /^(0|63) 0x0 /.test(text(`${folder}/${thread}/syscall`)));
}

/** Somebody has the writing end of this pipe. What another user has cannot be seen, and counts as nobody. */
function hasWriter(pipe: string, procRoot: string): boolean {
  return names(procRoot).some((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    return names(`${procRoot}/${pid}/fd`).some(
      (descriptor) =>
        linkTarget(`${procRoot}/${pid}/fd/${descriptor}`) === pipe &&
        /^flags:\s+\d*[12]$/m.test(text(`${procRoot}/${pid}/fdinfo/${descriptor}`)),
    );
  });
}

/** A connected UNIX socket without a name. A TCP connection, as inetd hands it over, is not in this table. */
function isPair(socket: string, pid: number, procRoot: string): boolean {
  const inode = /^socket:\[(\d+)\]$/.exec(socket)?.[1];
  if (inode === undefined) return false;
  // Num: RefCount Protocol Flags Type St Inode Path
  return new RegExp(`^\\S+: \\S+ \\S+ \\S+ \\S+ 03 +${inode}$`, 'm').test(
    text(`${procRoot}/${pid}/net/unix`),
  );
}

function names(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function text(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

function statOf(link: string): Stats | null {
  try {
    return statSync(link);
  } catch {
    return null;
  }
}

function linkTarget(link: string): string | null {
  try {
    return readlinkSync(link);
  } catch {
    return null;
  }
}
