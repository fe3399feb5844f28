import { describeAnswer } from '../lib/describe-answer.ts';
import type { PortRow } from './port-row.ts';
import type { SortColumn, SortOrder } from './view-slice.ts';

const names = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

type Compare = (one: PortRow, other: PortRow) => number;

/** Orders by the column, then by port. Rows that have nothing there are last, whichever way it goes. */
export function compareRows({ column, descending }: SortOrder): Compare {
  const read = readers[column];
  const sign = descending ? -1 : 1;
  return (one, other) => compareValues(read(one), read(other), sign) || byPort(one, other);
}

type Value = string | number | null | undefined;

const readers: Readonly<Record<SortColumn, (row: PortRow) => Value>> = {
  port: ({ listener }) => listener.port,
  reach: ({ listener }) => listener.reach,
  process: ({ owners }) => owners[0]?.name,
  project: ({ projectName }) => projectName,
  // What the column shows.
  answers: ({ answer, identified, listener: { serviceName } }) =>
    (answer && describeAnswer(answer).join(' ')) ??
    identified ??
    (serviceName && `registered for ${serviceName}`),
  // The latest start is the shortest time up.
  up: ({ owners }) => (owners[0] ? -Date.parse(owners[0].startTime) : null),
};

function compareValues(one: Value, other: Value, sign: 1 | -1): number {
  if (one === other) return 0;
  if (one === null || one === undefined) return 1;
  if (other === null || other === undefined) return -1;
  if (typeof one === 'number' && typeof other === 'number') return sign * (one - other);
  return sign * names.compare(String(one), String(other));
}

function byPort({ listener: one }: PortRow, { listener: other }: PortRow): number {
  return (
    one.port - other.port ||
    compareText(one.protocol, other.protocol) ||
    one.family - other.family ||
    compareText(one.address, other.address)
  );
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
