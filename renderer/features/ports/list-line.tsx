import { isGroupHead, type ListItem } from '../../store/list-items.ts';
import type { PortRow } from '../../store/port-row.ts';
import { GroupHeadView } from './group-head-view.tsx';
import { PortRowView } from './port-row-view.tsx';

export interface ListLineProps {
  readonly item: ListItem;
  readonly index: number;
  readonly top: number;
  readonly selected: boolean;
  readonly picked: ReadonlySet<string>;
  readonly grouped: boolean;
}

/** One line of the list: the head of a group, or a port. */
export function ListLine({ item, index, top, selected, picked, grouped }: ListLineProps) {
  if (isGroupHead(item)) {
    const { id, title, rows, collapsed } = item;
    return (
      <GroupHeadView
        id={id}
        title={title}
        count={rows.length}
        onNetwork={id === 'group/reach/network' ? 0 : countOnNetwork(rows)}
        collapsed={collapsed}
        index={index}
        top={top}
        selected={selected}
      />
    );
  }
  return (
    <PortRowView
      row={item}
      index={index}
      top={top}
      level={grouped ? 2 : null}
      selected={selected}
      chosen={picked.size > 0 ? picked.has(item.id) : selected}
    />
  );
}

function countOnNetwork(rows: readonly PortRow[]): number {
  return rows.filter(({ listener }) => listener.reach === 'network').length;
}
