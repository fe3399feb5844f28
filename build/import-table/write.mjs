import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rooms } from './rooms.mjs';
import { toOverrides } from './to-overrides.mjs';

/**
 * `node build/import-table/write.mjs` after a change of the table; lint.json extends what it writes.
 * With `--check` it writes nothing and fails when the file is not what the table says.
 */
const file = fileURLToPath(new URL('../import-table.json', import.meta.url));
const content = `${JSON.stringify({ overrides: toOverrides(rooms) })}\n`;

if (!process.argv.includes('--check')) {
  writeFileSync(file, content);
} else if (readFileSync(file, 'utf8') !== content) {
  console.error('build/import-table.json is not what the table says: run node build/import-table/write.mjs');
  process.exitCode = 1;
}
