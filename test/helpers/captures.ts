import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../captures/', import.meta.url);

/** The bytes of a capture: `darwin/netstat-tcp-26.4.txt`. */
export function readCapture(name: string): Buffer {
  return readFileSync(new URL(name, folder));
}

/** Path of a capture, for a program that prints it. */
export function capturePath(name: string): string {
  return fileURLToPath(new URL(name, folder));
}

/** Captures of one system whose names begin alike, without the README. */
export function listCaptures(system: string, prefix: string): readonly string[] {
  const names = readdirSync(new URL(`${system}/`, folder));
  return names.filter((name) => name.startsWith(prefix)).map((name) => `${system}/${name}`);
}

/**
 * Cuts a capture after every byte and gives what is left to `parse`. Returns the cuts after which the rows were
 * not exactly the first rows of the whole, or after which one byte more brought more than one row: then a row
 * had been lost that was there already. A parser that throws makes the test fail by itself.
 */
export function findBrokenCuts<T>(
  capture: Buffer,
  parse: (bytes: Buffer) => readonly T[],
): readonly number[] {
  const whole = parse(capture).map((row) => JSON.stringify(row));
  const broken: number[] = [];
  let before = 0;
  for (let length = 0; length <= capture.length; length += 1) {
    const rows = parse(capture.subarray(0, length)).map((row) => JSON.stringify(row));
    const isPrefix = rows.every((row, index) => row === whole[index]);
    if (!isPrefix || rows.length < before || rows.length > before + 1) broken.push(length);
    before = rows.length;
  }
  return broken;
}

/** The capture with `junk` put between every two lines. */
export function interleave(capture: Buffer, junk: Buffer): Buffer {
  const lines = capture.toString('latin1').split('\n');
  return Buffer.from(lines.join(`\n${junk.toString('latin1')}\n`), 'latin1');
}
