import { cutToWidth, displayWidth } from './display-width.ts';
import { safeText } from './safe-text.ts';

export interface Column<Row> {
  readonly title: string;
  readonly text: (row: Row) => string;
  readonly align?: 'right';
  /** May be cut down to this many cells when the terminal is too narrow. */
  readonly least?: number;
  readonly paint?: (text: string, row: Row) => string;
}

export interface TableLook {
  /** Cells of the terminal; null where the reader is a program, which gets everything. */
  readonly width: number | null;
  readonly paintTitle: (text: string) => string;
}

const gap = '  ';

/** Lines of aligned columns, titles first. Foreign text comes out escaped. */
export function printTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  look: TableLook,
): string[] {
  const texts = rows.map((row) => columns.map((column) => safeText(column.text(row)) || '-'));
  const natural = columns.map((column, index) =>
    texts.reduce((widest, cells) => Math.max(widest, displayWidth(cells[index] ?? '')), column.title.length),
  );
  const widths = look.width === null ? natural : shrink(columns, natural, look.width);
  const line = (cells: readonly string[], paint: (text: string, index: number) => string) =>
    joinCells(columns, cells, widths, paint, look.width);

  return [
    line(
      columns.map((column) => column.title),
      look.paintTitle,
    ),
    ...rows.map((row, rowIndex) =>
      line(texts[rowIndex] ?? [], (text, index) => columns[index]?.paint?.(text, row) ?? text),
    ),
  ];
}

/** Takes cells from the widest column that may lose some, until the line fits or none can. */
function shrink<Row>(columns: readonly Column<Row>[], natural: readonly number[], room: number): number[] {
  const widths = [...natural];
  let excess = widths.reduce((sum, width) => sum + width, gap.length * (widths.length - 1)) - room;
  while (excess > 0) {
    let widest = -1;
    for (const [index, column] of columns.entries()) {
      const width = widths[index] ?? 0;
      if (column.least === undefined || width <= Math.max(column.least, column.title.length)) continue;
      if (widest < 0 || width > (widths[widest] ?? 0)) widest = index;
    }
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess -= 1;
  }
  return widths;
}

/** Cut before it is painted, so that no colour is left switched on at the edge. */
function joinCells<Row>(
  columns: readonly Column<Row>[],
  cells: readonly string[],
  widths: readonly number[],
  paint: (text: string, index: number) => string,
  room: number | null,
): string {
  let line = '';
  let used = 0;
  for (const [index, cell] of cells.entries()) {
    const left = room === null ? Number.POSITIVE_INFINITY : room - used;
    if (left <= 0) break;
    const width = Math.min(widths[index] ?? 0, left);
    const text = room === null ? cell : cutToWidth(cell, width);
    const pad = ' '.repeat(Math.max(0, width - displayWidth(text)));
    const isLast = index === cells.length - 1;
    const painted = paint(text, index);
    line += columns[index]?.align === 'right' ? pad + painted : isLast ? painted : painted + pad;
    line += isLast ? '' : gap;
    used += width + gap.length;
  }
  return line.trimEnd();
}
