import { type TableShape, tableShapes } from './parse-socket-rows.ts';
import { ProcSocketTable, type SocketTable } from './socket-table.ts';

/** Opens the tables of our network namespace. Throws when they cannot be read. */
export function openSocketTables(procRoot: string): SocketTable[] {
  const tables: SocketTable[] = [];
  try {
    for (const shape of tableShapes) {
      const table = openTable(`${procRoot}/net/${shape.name}`, shape);
      if (table !== null) tables.push(table);
    }
  } catch (error) {
    for (const table of tables) table.close();
    throw error;
  }
  return tables;
}

function openTable(file: string, shape: TableShape): SocketTable | null {
  try {
    return new ProcSocketTable(shape, file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    // Without IPv6 in the kernel, or without UDP in a sandbox, the others still tell what there is.
    if (code === 'ENOENT' && shape.name !== 'tcp') return null;
    throw new Error(`${file} cannot be read (${code})`, { cause: error });
  }
}
