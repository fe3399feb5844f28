import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inProject } from '../first-run/project.mjs';
import { extractAsar } from './extract-asar.mjs';

/**
 * What the stub of Electron does on Linux, `stub-program.mjs PROGRAM WORD...`, with a copy of the archive beside PROGRAM, for plain
 * Node reads no archives: asked to be Node, it runs the script of the archive that is named first; else it runs the app on the
 * stand-in for Electron.
 */

const [program = '', ...words] = process.argv.slice(2);
const archive = path.join(path.dirname(realpathSync(program)), 'resources', 'app.asar');
const copy = mkdtempSync(path.join(os.tmpdir(), 'berth-packed-'));
extractAsar(archive, copy);

const child = process.env.ELECTRON_RUN_AS_NODE ? runAsNode() : runApp();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => child.kill(signal));
}
child.on('error', (error) => console.error(error.message));
child.on('close', (code) => {
  rmSync(copy, { recursive: true, force: true });
  process.exitCode = code ?? 1;
});

function runAsNode() {
  const [script = '', ...rest] = words;
  return spawn(process.execPath, [path.join(copy, path.relative(archive, script)), ...rest], {
    stdio: 'inherit',
  });
}

function runApp() {
  const switches = words.filter((word) => word.startsWith('-'));
  const rest = words.filter((word) => !word.startsWith('-'));
  return spawn(inProject('dist/electron-host/electron'), [...switches, copy, ...rest], { stdio: 'inherit' });
}
