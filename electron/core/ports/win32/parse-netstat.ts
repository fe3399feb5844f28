import type { Family, Protocol } from '../../../../shared/contract/ports.ts';
import { completeLines } from '../../lib/complete-lines.ts';

/** One listening socket as `netstat -ano` prints it. */
export interface NetstatRow {
  readonly protocol: Protocol;
  readonly family: Family;
  readonly address: string;
  readonly port: number;
  readonly pid: number;
}

const protocols: Readonly<Record<string, Protocol>> = { TCP: 'tcp', UDP: 'udp' };
const endpointPattern = /^(?:(\d+\.\d+\.\d+\.\d+)|\[([0-9a-f:.]+(?:%\w+)?)\]):(\d{1,5})$/i;

/**
 * Reads by column. Header and state are in the language of the system and in its OEM code page
 * (`ABHÖREN` with 0x99), so neither is looked at: give it the bytes as latin1.
 */
export function parseNetstat(text: string): readonly NetstatRow[] {
  return completeLines(text).flatMap((line) => readRow(line) ?? []);
}

function readRow(line: string): NetstatRow | null {
  const columns = line.trim().split(/\s+/);
  const protocol = protocols[columns[0] ?? ''];
  const pid = columns[columns.length - 1] ?? '';
  if (protocol === undefined || columns.length < 4 || !/^\d{1,10}$/.test(pid)) return null;
  if (!accepts(protocol, columns[2] ?? '')) return null;
  const place = readEndpoint(columns[1] ?? '');
  return place === null ? null : { protocol, ...place, pid: Number(pid) };
}

/** A listener has no other end. Windows 11 prints the other end of a connected UDP socket. */
function accepts(protocol: Protocol, foreign: string): boolean {
  if (protocol === 'udp') return foreign === '*:*';
  return foreign === '0.0.0.0:0' || foreign === '[::]:0';
}

function readEndpoint(text: string): Omit<NetstatRow, 'protocol' | 'pid'> | null {
  const match = endpointPattern.exec(text);
  const port = Number(match?.[3]);
  if (!match || port < 1 || port > 65_535) return null;
  const [, four, six = ''] = match;
  return four === undefined
    ? { family: 6, address: six.toLowerCase(), port }
    : { family: 4, address: four, port };
}
