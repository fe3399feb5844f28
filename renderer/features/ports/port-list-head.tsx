import DownIcon from 'lucide-react/icons/arrow-down';
import UpIcon from 'lucide-react/icons/arrow-up';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { patchSlice } from '../../store/app-store.ts';
import type { SortColumn } from '../../store/view-slice.ts';
import { GridPart } from '../../ui/grid-part.tsx';
import { Icon } from '../../ui/icon.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import columnStyles from './columns.module.css';
import { type Column, columns } from './columns.ts';
import listStyles from './port-list.module.css';
import styles from './port-list-head.module.css';

export function PortListHead() {
  return (
    <GridPart role="rowgroup" className={listStyles.head}>
      <GridPart role="row" aria-rowindex={1} className={columnStyles.columns}>
        {columns.map((column, index) => (
          <Head key={column.id} column={column} index={index + 1} />
        ))}
      </GridPart>
    </GridPart>
  );
}

function Head({ column, index }: { readonly column: Column; readonly index: number }) {
  const sort = useAppState((state) => state.view.sort);
  const sorted = sort.column === column.sorts;
  const { title, sorts } = column;
  return (
    <GridPart
      role="columnheader"
      aria-colindex={index}
      aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
      className={joinClasses(columnStyles[column.id], column.id === 'port' && styles.indent)}
    >
      {sorts ? (
        <SortButton column={sorts} title={title} />
      ) : (
        <span className={column.id === 'actions' ? 'visually-hidden' : undefined}>{title}</span>
      )}
    </GridPart>
  );
}

function SortButton({ column, title }: { readonly column: SortColumn; readonly title: string }) {
  const { store } = useApp();
  const sort = useAppState((state) => state.view.sort);
  const sorted = sort.column === column;
  const toggle = () =>
    patchSlice(store, 'view', { sort: { column, descending: sorted && !sort.descending } });
  return (
    <button type="button" className={joinClasses(styles.sort, sorted && styles.sorted)} onClick={toggle}>
      {title}
      {sorted && <Icon of={sort.descending ? DownIcon : UpIcon} size={11} />}
    </button>
  );
}
