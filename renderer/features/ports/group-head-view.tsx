import DownIcon from 'lucide-react/icons/chevron-down';
import RightIcon from 'lucide-react/icons/chevron-right';
import { memo } from 'react';
import { useApp } from '../../hooks/use-app.ts';
import { countOf } from '../../lib/count-of.ts';
import { patchSlice } from '../../store/app-store.ts';
import { setGroupCollapsed } from '../../store/toggle-group.ts';
import { GridPart } from '../../ui/grid-part.tsx';
import { Icon } from '../../ui/icon.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import { columns } from './columns.ts';
import styles from './group-head-view.module.css';
import rowStyles from './port-row-view.module.css';
import { rowElementId } from './row-element-id.ts';

export interface GroupHeadViewProps {
  readonly id: string;
  readonly title: string;
  /** How many rows it is over, and how many of them other machines can reach. */
  readonly count: number;
  readonly onNetwork: number;
  readonly collapsed: boolean | null;
  readonly index: number;
  readonly top: number;
  readonly selected: boolean;
}

/** The line over a group. A click, Enter and the arrows to the sides open and close it. */
export const GroupHeadView = memo(function GroupHeadView(props: GroupHeadViewProps) {
  const { id, title, count, onNetwork, collapsed, index, top, selected } = props;
  const { store } = useApp();
  const press = () => {
    patchSlice(store, 'view', { selectedId: id });
    if (collapsed !== null) setGroupCollapsed(store, id, !collapsed);
  };
  return (
    <GridPart
      role="row"
      id={rowElementId(id)}
      data-group={id}
      aria-rowindex={index + 2}
      aria-level={1}
      aria-expanded={collapsed === null ? undefined : !collapsed}
      aria-selected={selected}
      className={joinClasses(rowStyles.row, styles.head, selected && rowStyles.current)}
      style={{ transform: `translateY(${top}px)` }}
      onClick={press}
    >
      <GridPart role="gridcell" aria-colindex={1} aria-colspan={columns.length} className={styles.cell}>
        <span className={styles.arrow}>
          {collapsed !== null && <Icon of={collapsed ? RightIcon : DownIcon} size={14} />}
        </span>
        <span className={styles.title} title={title}>
          {title}
        </span>
        <span className={styles.count}>{countOf(count, 'port')}</span>
        {onNetwork > 0 && <span className={styles.network}>{onNetwork} on the network</span>}
      </GridPart>
    </GridPart>
  );
});
