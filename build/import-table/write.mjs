import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rooms } from './rooms.mjs';
import { toOverrides } from './to-overrides.mjs';

/** `node build/import-table/write.mjs` after a change of the table; lint.json extends what it writes. */
const file = fileURLToPath(new URL('../import-table.json', import.meta.url));
writeFileSync(file, `${JSON.stringify({ overrides: toOverrides(rooms) })}\n`);
