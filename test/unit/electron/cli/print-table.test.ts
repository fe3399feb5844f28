import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../../electron/cli/display-width.ts';
import { paintFor } from '../../../../electron/cli/paint.ts';
import { type Column, printTable } from '../../../../electron/cli/print-table.ts';

interface Row {
  readonly name: string;
  readonly size: string;
}

const columns: readonly Column<Row>[] = [
  { title: 'NAME', text: (row) => row.name, least: 5 },
  { title: 'SIZE', text: (row) => row.size, align: 'right' },
];

const print = (rows: readonly Row[], width: number | null = null, colours = false) =>
  printTable(
    columns.map((column) => (colours ? { ...column, paint: paintFor(true).strong } : column)),
    rows,
    { width, paintTitle: (text) => text },
  );

describe('printTable', () => {
  it('aligns columns by the cells they take', () => {
    const lines = print([
      { name: '日本語', size: '1' },
      { name: 'cafe\u0301', size: '22' },
      { name: '🚀x', size: '333' },
      { name: 'plain', size: '4' },
    ]);
    expect(new Set(lines.map(displayWidth))).toEqual(new Set([12]));
  });

  it('gives a program everything, however long', () => {
    const name = 'x'.repeat(500);
    expect(print([{ name, size: '1' }])[1]).toContain(name);
  });

  it('takes cells from the column that can lose some', () => {
    const lines = print([{ name: 'abcdefghijklmnop', size: '12345' }], 16);
    expect(lines[1]).toBe('abcdefgh…  12345');
  });

  it('never exceeds the terminal, however narrow', () => {
    for (let width = 1; width < 30; width += 1) {
      for (const line of print([{ name: '日本語日本語日本語', size: '12345' }], width)) {
        expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }
    }
  });

  it('switches every colour off again in a line that is cut', () => {
    for (let width = 1; width < 30; width += 1) {
      for (const line of print([{ name: 'abcdefghijklmnop', size: '12345' }], width, true)) {
        expect(line.split('\x1b[1m').length).toBe(line.split('\x1b[22m').length);
      }
    }
  });

  it('marks an empty cell', () => {
    expect(print([{ name: '', size: '1' }])[1]).toMatch(/^- +1$/);
  });
});
