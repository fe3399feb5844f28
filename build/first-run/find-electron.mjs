import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './project.mjs';

/**
 * Electron's program, or null. Never imports the `electron` package: under Node that downloads the program.
 * @returns {string | null}
 */
export function findElectron() {
  const named = inProject('node_modules/electron/path.txt');
  const program = existsSync(named) ? readFileSync(named, 'utf8').trim() : null;
  const elsewhere = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (elsewhere) return existing(path.join(elsewhere, program ?? usualProgram()));
  return program ? existing(inProject('node_modules/electron/dist', program)) : null;
}

/** @param {string} file */
function existing(file) {
  return existsSync(file) ? file : null;
}

function usualProgram() {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}
