import type { Place } from '../../shared/contract/navigation.ts';
import type { KillQuestion } from './kill-question.ts';

export type PortFilter = 'all' | 'mine' | 'network' | 'tcp' | 'udp';
export type SortColumn = 'port' | 'reach' | 'process' | 'project' | 'up';

export interface SortOrder {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/** What the person looks at. Never sent anywhere. */
export interface ViewSlice {
  readonly place: Place;
  readonly search: string;
  readonly filter: PortFilter;
  readonly sort: SortOrder;
  readonly selectedId: string | null;
  readonly inspectorOpen: boolean;
  /** More rows than the selected one, to act on together; empty when there are none. */
  readonly picked: ReadonlySet<string>;
  /** Where a range of picked rows begins. */
  readonly pickedFrom: string | null;
  /** What waits for a yes. */
  readonly asking: KillQuestion | null;
  readonly keysOpen: boolean;
  /** Counted up to ask for the focus: whoever owns the place watches its number. */
  readonly focusRequests: { readonly search: number; readonly list: number };
}

export const firstView: ViewSlice = {
  place: 'ports',
  search: '',
  filter: 'all',
  sort: { column: 'port', descending: false },
  selectedId: null,
  inspectorOpen: false,
  picked: new Set(),
  pickedFrom: null,
  asking: null,
  keysOpen: false,
  focusRequests: { search: 0, list: 0 },
};
