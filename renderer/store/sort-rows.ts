import { assertNever } from '../lib/assert-never.ts';
import type { PortRow } from './port-row.ts';
import type { SortColumn, SortOrder } from './view-slice.ts';

const names = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

type Compare = (one: PortRow, other: PortRow) => number;

/** Orders by the column; equal rows, and rows that have nothing there, keep the order of ports. */
export function compareRows({ column, descending }: SortOrder): Compare {
  const byColumn = compareColumn(column);
  const sign = descending ? -1 : 1;
  return (one, other) => sign * byColumn(one, other) || byPort(one, other);
}

function compareColumn(column: SortColumn): Compare {
  switch (column) {
    case 'port':
      return (one, other) => one.listener.port - other.listener.port;
    case 'reach':
      return (one, other) => compareText(one.listener.reach, other.listener.reach);
    case 'process':
      return (one, other) => compareNames(one.owners[0]?.name, other.owners[0]?.name);
    case 'project':
      return (one, other) => compareNames(one.projectName, other.projectName);
    case 'up':
      // The latest start is the shortest time.
      return (one, other) => compareText(other.owners[0]?.startTime ?? '', one.owners[0]?.startTime ?? '');
    default:
      return assertNever(column);
  }
}

function byPort({ listener: one }: PortRow, { listener: other }: PortRow): number {
  return (
    one.port - other.port ||
    compareText(one.protocol, other.protocol) ||
    one.family - other.family ||
    compareText(one.address, other.address)
  );
}

function compareNames(one: string | null | undefined, other: string | null | undefined): number {
  if (one === other) return 0;
  if (one === null || one === undefined) return 1;
  if (other === null || other === undefined) return -1;
  return names.compare(one, other);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
