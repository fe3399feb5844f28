import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readAsar } from './read-asar.mjs';

/**
 * Writes the files of an archive into a folder. Electron reads archives in place; plain Node cannot.
 * @param {string} archive @param {string} folder
 */
export function extractAsar(archive, folder) {
  for (const [name, content] of readAsar(readFileSync(archive))) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
