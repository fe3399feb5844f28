import { assertNever } from '../lib/assert-never.ts';
import type { PortRow } from './port-row.ts';
import { rowTraits } from './row-traits.ts';
import type { SearchTerm } from './search-query.ts';

/** True when every term of the search is found in the row. */
export function matchRow(row: PortRow, terms: readonly SearchTerm[], user: string | null): boolean {
  return terms.every((term) => matchTerm(row, term, user));
}

function matchTerm(row: PortRow, { field, value }: SearchTerm, user: string | null): boolean {
  const { listener, owners } = row;
  switch (field) {
    case 'any':
      return /^\d+$/.test(value) ? matchNumber(row, value) : row.searchText.includes(value);
    case 'port':
      return String(listener.port) === value;
    case 'pid':
      return owners.some((owner) => String(owner.pid) === value);
    case 'reach':
      return listener.reach.startsWith(value);
    case 'protocol':
      return listener.protocol.startsWith(value);
    case 'project':
      return includes(row.projectName, value) || owners.some((owner) => includes(owner.project?.name, value));
    case 'user':
      return includes(listener.socketUser, value) || owners.some((owner) => includes(owner.user, value));
    case 'label':
      return includes(listener.label, value);
    case 'process':
      return owners.some((owner) => includes(owner.name, value));
    case 'is':
      return rowTraits.get(value)?.(row, user) ?? false;
    default:
      return assertNever(field);
  }
}

/** A bare number means a port first: 500 finds 5000 and not 15005, and finds the process of that very pid. */
function matchNumber(row: PortRow, digits: string): boolean {
  const { listener, owners, projectName } = row;
  return (
    String(listener.port).startsWith(digits) ||
    owners.some((owner) => String(owner.pid) === digits || includes(owner.name, digits)) ||
    includes(listener.label, digits) ||
    includes(projectName, digits)
  );
}

function includes(text: string | null | undefined, value: string): boolean {
  return text?.toLowerCase().includes(value) ?? false;
}
