import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Windows has no /bin/sh: there the tests that need it are skipped. */
export const canRunScripts = existsSync('/bin/sh');

/** A folder with programs that stand in for tools of another system: each prints a file that the test may change. */
export class ToolFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'berth-tools-'));

  /** An executable shell script. `$0.calls` gets a line with the arguments of every call. */
  write(name: string, script: string): string {
    const file = join(this.path, name);
    writeFileSync(file, `#!/bin/sh\necho "$*" >> "$0.calls"\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  /** Bytes that a script can print with `cat "$(dirname "$0")/NAME"`. */
  put(name: string, content: Buffer | string): void {
    writeFileSync(join(this.path, name), content);
  }

  /** The arguments of every call of a tool so far. */
  calls(name: string): readonly string[] {
    const file = join(this.path, `${name}.calls`);
    return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
  }

  missing(name: string): string {
    return join(this.path, name);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Prints a file of the tool's folder. */
export function printFile(name: string): string {
  return `cat "$(dirname "$0")/${name}"`;
}
