export interface ByteRange {
  readonly start: number;
  /** The last byte, included. */
  readonly end: number;
}

const single = /^bytes=(\d*)-(\d*)$/;

/**
 * Reads a Range header for a file of `size` bytes. `whole` where it does not count: several ranges, another unit, nonsense
 * (RFC 9110 14.2 lets a server ignore it).
 */
export function readRange(header: string, size: number): ByteRange | 'whole' | 'unsatisfiable' {
  const found = single.exec(header);
  const [, first = '', last = ''] = found ?? [];
  if (first === '' && last === '') return 'whole';
  if (first === '') return lastBytes(Number(last), size);
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return 'whole';
  return start >= size ? 'unsatisfiable' : { start, end };
}

function lastBytes(count: number, size: number): ByteRange | 'unsatisfiable' {
  if (count === 0 || size === 0) return 'unsatisfiable';
  return { start: Math.max(0, size - count), end: size - 1 };
}
