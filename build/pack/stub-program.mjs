import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { extractAsar } from './extract-asar.mjs';

/**
 * What the stub of Electron does on Linux, `stub-program.mjs PROGRAM ARGUMENT...`: run as Node it runs a script of the archive
 * beside PROGRAM, from a copy; started as the app it loads the app's main script until that asks for Electron, and says so.
 */

const [program = '', ...words] = process.argv.slice(2);
const archive = path.join(path.dirname(realpathSync(program)), 'resources', 'app.asar');
const copy = mkdtempSync(path.join(os.tmpdir(), 'berth-packed-'));
extractAsar(archive, copy);

const child = process.env.ELECTRON_RUN_AS_NODE ? runAsNode() : loadMain();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => child.kill(signal));
}
child.on('close', (code) => {
  rmSync(copy, { recursive: true, force: true });
  process.exitCode = code ?? 1;
});

function runAsNode() {
  const [script = '', ...rest] = words;
  const inside = path.relative(archive, script);
  return spawn(process.execPath, [path.join(copy, inside), ...rest], { stdio: 'inherit' });
}

function loadMain() {
  const tell = `
    const { createRequire, Module } = require('node:module');
    const load = Module._load;
    const asked = new Error('electron');
    Module._load = (name, ...more) => { if (name === 'electron') throw asked; return load(name, ...more); };
    const app = ${JSON.stringify(copy)};
    try { require(require('node:path').join(app, require(app + '/package.json').main)); }
    catch (error) { if (error !== asked) throw error; console.log('the packed app asked for Electron'); }`;
  return spawn(process.execPath, ['--eval', tell], { stdio: 'inherit' });
}
