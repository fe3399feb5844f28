import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type StartedProgram, startProgram } from './hold-ports.ts';

/** The command line as it is shipped. */
export const cliFile = path.resolve(import.meta.dirname, '../../dist/node/cli.js');

if (!existsSync(cliFile)) throw new Error('The command line is not built: run npm run build first.');
process.env.BERTH_DATA = mkdtempSync(path.join(tmpdir(), 'berth-cli-'));

export interface BerthRun {
  readonly exitCode: number | null;
  readonly out: string;
  readonly messages: string;
}

/** Runs the built command line in a process of its own, with data of its own. */
export function berth(...args: readonly string[]): Promise<BerthRun> {
  return finish(startBerth(...args));
}

export function startBerth(...args: readonly string[]): StartedProgram {
  return startProgram(process.execPath, [cliFile, ...args]);
}

/** Everything that it says until it ends. */
export function finish({ child }: StartedProgram): Promise<BerthRun> {
  let [out, messages] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    messages += chunk;
  });
  return new Promise((resolve) => {
    child.once('close', (exitCode) => resolve({ exitCode, out, messages }));
  });
}
