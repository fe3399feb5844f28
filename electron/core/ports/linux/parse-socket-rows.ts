import type { Family, Protocol } from '../../../../shared/contract/ports.ts';
import { parseProcAddress } from './parse-proc-address.ts';

export type TableName = 'tcp' | 'tcp6' | 'udp' | 'udp6';

/** How the rows of one table of /proc/net look. */
export interface TableShape {
  readonly name: TableName;
  readonly protocol: Protocol;
  readonly family: Family;
  readonly addressDigits: 8 | 32;
  /** TCP_LISTEN, or TCP_CLOSE, which for UDP means bound and not connected. */
  readonly state: 0x0a | 0x07;
  /** The kernel prints every listening TCP socket before the first connection (since 4.4). */
  readonly listenersFirst: boolean;
}

export const tableShapes: readonly TableShape[] = [
  { name: 'tcp', protocol: 'tcp', family: 4, addressDigits: 8, state: 0x0a, listenersFirst: true },
  { name: 'tcp6', protocol: 'tcp', family: 6, addressDigits: 32, state: 0x0a, listenersFirst: true },
  { name: 'udp', protocol: 'udp', family: 4, addressDigits: 8, state: 0x07, listenersFirst: false },
  { name: 'udp6', protocol: 'udp', family: 6, addressDigits: 32, state: 0x07, listenersFirst: false },
];

/** One row while it is visited; the same object serves every row, so nothing is allocated for known sockets. */
export interface SocketRow {
  readonly port: number;
  readonly uid: number;
  readonly inode: number;
  address(): string;
}

const newline = 10;
const space = 32;
const digitZero = 48;
const colon = 58;

/**
 * Visits the listening sockets in `bytes[0, length)` and returns where the part with listeners ends.
 * A row that is cut off or malformed is skipped alone.
 */
export function forEachListeningRow(
  bytes: Buffer,
  length: number,
  shape: TableShape,
  visit: (row: SocketRow) => void,
): number {
  const row = new RowCursor(bytes, shape.addressDigits);
  let start = bytes.indexOf(newline) + 1;
  while (start > 0 && start < length) {
    const end = bytes.indexOf(newline, start);
    if (end < 0 || end >= length) break;
    const state = row.moveTo(start, end);
    if (state === shape.state) {
      if (row.readNumbers(end)) visit(row);
    } else if (state !== malformed && shape.listenersFirst) return start;
    start = end + 1;
  }
  return length;
}

/** State of the row that starts at `start`, or -1 where there is none. */
export function stateOfRow(bytes: Buffer, start: number, end: number, shape: TableShape): number {
  return new RowCursor(bytes, shape.addressDigits).moveTo(start, end);
}

const malformed = -1;

class RowCursor implements SocketRow {
  port = 0;
  uid = 0;
  inode = 0;
  readonly #bytes: Buffer;
  readonly #addressDigits: number;
  #addressStart = 0;
  #stateStart = 0;

  constructor(bytes: Buffer, addressDigits: number) {
    this.#bytes = bytes;
    this.#addressDigits = addressDigits;
  }

  /** `  12: 0100007F:F5AD 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 48213 1 ...` */
  moveTo(start: number, end: number): number {
    const bytes = this.#bytes;
    let position = start;
    while (position < end && bytes[position] !== colon) position++;
    const portStart = position + 2 + this.#addressDigits + 1;
    const stateStart = portStart + 5 + this.#addressDigits + 6;
    if (stateStart + 2 >= end || bytes[portStart - 1] !== colon || bytes[stateStart - 1] !== space) {
      return malformed;
    }
    this.#addressStart = position + 2;
    this.#stateStart = stateStart;
    return hexNumber(bytes, stateStart, 2);
  }

  /** False when the numbers are not where they must be. */
  readNumbers(end: number): boolean {
    const bytes = this.#bytes;
    this.port = hexNumber(bytes, this.#addressStart + this.#addressDigits + 1, 4);
    // Behind the state: both queues, timer and retransmits, all of fixed width; then uid, timeout and inode.
    let position = this.#stateStart + 3 + 17 + 1 + 11 + 1 + 8;
    const uidStart = skipSpaces(bytes, position, end);
    position = skipDigits(bytes, uidStart, end);
    const timeoutStart = skipSpaces(bytes, position, end);
    const inodeStart = skipSpaces(bytes, skipDigits(bytes, timeoutStart, end), end);
    const inodeEnd = skipDigits(bytes, inodeStart, end);
    if (this.port <= 0 || position === uidStart || inodeEnd === inodeStart || inodeEnd >= end) return false;
    this.uid = decimalNumber(bytes, uidStart, position);
    this.inode = decimalNumber(bytes, inodeStart, inodeEnd);
    return true;
  }

  address(): string {
    const end = this.#addressStart + this.#addressDigits;
    return parseProcAddress(this.#bytes.toString('latin1', this.#addressStart, end));
  }
}

/** -1 when one of the characters is no hexadecimal digit. */
function hexNumber(bytes: Buffer, start: number, digits: number): number {
  let value = 0;
  for (let position = start; position < start + digits; position++) {
    const digit = hexDigits[bytes[position] ?? 0] ?? malformed;
    if (digit < 0) return malformed;
    value = value * 16 + digit;
  }
  return value;
}

const hexDigits = Int8Array.from({ length: 256 }, (_, code) => {
  const digit = '0123456789abcdef'.indexOf(String.fromCharCode(code).toLowerCase());
  return digit;
});

function decimalNumber(bytes: Buffer, start: number, end: number): number {
  let value = 0;
  for (let position = start; position < end; position++)
    value = value * 10 + (bytes[position] ?? 0) - digitZero;
  return value;
}

function skipSpaces(bytes: Buffer, start: number, end: number): number {
  let position = start;
  while (position < end && bytes[position] === space) position++;
  return position;
}

function skipDigits(bytes: Buffer, start: number, end: number): number {
  let position = start;
  while (position < end && isDigit(bytes[position] ?? 0)) position++;
  return position;
}

function isDigit(code: number): boolean {
  return code >= digitZero && code <= 57;
}
