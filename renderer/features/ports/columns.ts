import type { SortColumn } from '../../store/view-slice.ts';

export interface Column {
  readonly id: SortColumn | 'actions';
  readonly title: string;
  readonly sorts: SortColumn | null;
}

/** In the order in which they stand. `columns.module.css` says which yield first when there is no room. */
export const columns: readonly Column[] = [
  { id: 'port', title: 'Port', sorts: 'port' },
  { id: 'reach', title: 'Reach', sorts: 'reach' },
  { id: 'process', title: 'Process', sorts: 'process' },
  { id: 'project', title: 'Project', sorts: 'project' },
  { id: 'answers', title: 'Answers as', sorts: 'answers' },
  { id: 'up', title: 'Up', sorts: 'up' },
  { id: 'actions', title: 'Actions', sorts: null },
];
