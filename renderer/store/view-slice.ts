import type { Place } from '../../shared/contract/navigation.ts';
import type { KillQuestion } from './kill-question.ts';

export type PortFilter = 'all' | 'dev-server' | 'database' | 'mine' | 'network' | 'tcp' | 'udp';
export type SortColumn = 'port' | 'reach' | 'process' | 'project' | 'answers' | 'up';
export type Grouping = 'none' | 'project' | 'process' | 'reach';

export interface SortOrder {
  readonly column: SortColumn;
  readonly descending: boolean;
}

export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

/** What the person looks at. Never sent anywhere. */
export interface ViewSlice {
  readonly place: Place;
  readonly search: string;
  readonly filter: PortFilter;
  /** Shows for now what the settings hide. */
  readonly showHidden: boolean;
  readonly sort: SortOrder;
  readonly grouping: Grouping;
  /** Ids of the groups of which only the head shows. */
  readonly collapsed: ReadonlySet<string>;
  /** Where the list stands: the id of a listener, or of a group. */
  readonly selectedId: string | null;
  readonly inspectorOpen: boolean;
  /** More rows than the selected one, to act on together; empty when there are none. */
  readonly picked: ReadonlySet<string>;
  /** Where a range of picked rows begins. */
  readonly pickedFrom: string | null;
  /** What waits for a yes. */
  readonly asking: KillQuestion | null;
  readonly keysOpen: boolean;
  readonly paletteOpen: boolean;
  /** What was run from the palette, by id, the latest first. */
  readonly recentIds: readonly string[];
  /** The menu of a row; `at` is where it was asked for in pixels of the page, null for the row itself. */
  readonly menu: { readonly listenerId: string; readonly at: MenuPlace | null } | null;
  /** Counted up to ask for the focus: whoever owns the place watches its number. */
  readonly focusRequests: { readonly search: number; readonly list: number };
}

export const firstView: ViewSlice = {
  place: 'ports',
  search: '',
  filter: 'all',
  showHidden: false,
  sort: { column: 'port', descending: false },
  grouping: 'none',
  collapsed: new Set(),
  selectedId: null,
  inspectorOpen: false,
  picked: new Set(),
  pickedFrom: null,
  asking: null,
  keysOpen: false,
  paletteOpen: false,
  recentIds: [],
  menu: null,
  focusRequests: { search: 0, list: 0 },
};
