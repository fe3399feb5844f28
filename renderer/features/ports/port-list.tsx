import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, type MouseEvent, type RefObject, useCallback, useEffect, useRef } from 'react';
import { inspectPort } from '../../commands/inspect-port.ts';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useFocusRequest } from '../../hooks/use-focus-request.ts';
import { selectListItems } from '../../store/list-items.ts';
import { openRowMenu } from '../../store/open-row-menu.ts';
import { pickTo, togglePick } from '../../store/pick-rows.ts';
import { GridPart } from '../../ui/grid-part.tsx';
import { columns } from './columns.ts';
import { ListLine } from './list-line.tsx';
import styles from './port-list.module.css';
import { PortListHead } from './port-list-head.tsx';
import { rowElementId } from './row-element-id.ts';

/** Pixels; `--row-height` in the tokens, and the height of the head that stays on top. */
const rowHeight = 38;
const headHeight = 28;

/** The list. One element holds the focus and points at the selected row, which is always in the page. */
export function PortList() {
  const app = useApp();
  const items = useAppState(selectListItems);
  const grouped = useAppState((state) => state.view.grouping !== 'none');
  const selectedId = useAppState((state) => state.view.selectedId);
  const picked = useAppState((state) => state.view.picked);
  const grid = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useFocusRequest('list', grid);
  const onFocus = useFocusBack(grid);
  const selectedIndex = selectedId === null ? -1 : items.findIndex((item) => item.id === selectedId);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => body.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor: useCallback((range: Range) => withIndex(range, selectedIndex), [selectedIndex]),
  });
  useSelectionInView(selectedId, selectedIndex, virtual.scrollToIndex);

  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || event.target.closest('button, a')) return;
    const id = listenerIdAt(event.target);
    if (!id) return;
    if (event.shiftKey) pickTo(app.store, id);
    else if (event.ctrlKey || event.metaKey) togglePick(app.store, id);
    else inspectPort.run(app, id);
  };

  const onContextMenu = (event: MouseEvent) => {
    const id = listenerIdAt(event.target);
    if (!id) return;
    event.preventDefault();
    openRowMenu(app.store, id, { x: event.clientX, y: event.clientY });
  };

  return (
    <GridPart
      ref={grid}
      className={styles.grid}
      role={grouped ? 'treegrid' : 'grid'}
      tabIndex={0}
      aria-label="Ports"
      aria-multiselectable="true"
      aria-rowcount={items.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={selectedIndex === -1 ? undefined : rowElementId(selectedId ?? '')}
      onClick={onClick}
      onContextMenu={onContextMenu}
      onMouseDown={keepFromMarkingText}
      onFocus={onFocus}
    >
      <div ref={body} className={styles.body} role="presentation">
        <PortListHead />
        <GridPart className={styles.rows} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const item = items[index];
            return (
              item && (
                <ListLine
                  key={key}
                  item={item}
                  index={index}
                  top={start - headHeight}
                  selected={index === selectedIndex}
                  picked={picked}
                  grouped={grouped}
                />
              )
            );
          })}
        </GridPart>
      </div>
    </GridPart>
  );
}

function listenerIdAt(target: EventTarget): string | undefined {
  return target instanceof Element
    ? target.closest<HTMLElement>('[data-listener]')?.dataset.listener
    : undefined;
}

/** A range of rows is not a range of their words. */
function keepFromMarkingText(event: MouseEvent<HTMLElement>) {
  if (!event.shiftKey) return;
  event.preventDefault();
  event.currentTarget.focus({ preventScroll: true });
}

function withIndex(range: Range, index: number): number[] {
  const shown = defaultRangeExtractor(range);
  if (index === -1 || shown.includes(index)) return shown;
  return [...shown, index].sort((one, other) => one - other);
}

/** Scrolls to the selection when it moves, and never because the list changed under it. */
function useSelectionInView(
  selectedId: string | null,
  selectedIndex: number,
  scrollToIndex: (index: number, options: { align: 'auto' }) => void,
) {
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (shown.current === selectedId) return;
    shown.current = selectedId;
    if (selectedIndex !== -1) scrollToIndex(selectedIndex, { align: 'auto' });
  }, [selectedId, selectedIndex, scrollToIndex]);
}

/** Takes the focus back when the button that has it leaves with its row: Tab would start at the top of the page. */
function useFocusBack(grid: RefObject<HTMLElement | null>) {
  const focused = useRef<Element | null>(null);
  useEffect(() => {
    if (focused.current?.isConnected !== false || document.activeElement !== document.body) return;
    grid.current?.focus({ preventScroll: true });
  });
  return (event: FocusEvent) => {
    focused.current = event.target;
  };
}
