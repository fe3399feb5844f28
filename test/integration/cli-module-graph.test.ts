import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cliFile } from '../helpers/berth.ts';

const bundleFolder = path.dirname(cliFile);

/** Strings that survive minifying and stand nowhere else. */
const marks = {
  zod: '$ZodType',
  ws: 'permessage-deflate',
  'the doctor': 'No port was found in this text',
  'what probes read': 'x-drupal-cache',
} as const;

/** The files of the bundle that a run really loaded: coverage lists every script. */
function loadedFiles(...args: readonly string[]): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'berth-loaded-'));
  execFileSync(process.execPath, [cliFile, ...args], { env: { ...process.env, NODE_V8_COVERAGE: folder } });
  const scripts = readdirSync(folder).flatMap((file) => {
    const { result } = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as {
      result: { url: string }[];
    };
    return result.map(({ url }) => url);
  });
  rmSync(folder, { recursive: true });
  return scripts.filter((url) => url.startsWith('file:')).map((url) => fileURLToPath(url));
}

const holds = (file: string, mark: string) => readFileSync(file, 'utf8').includes(mark);

describe('what berth ls loads', () => {
  const loaded = loadedFiles('ls', '--json');

  it('is part of the bundle only', () => {
    expect(loaded).toContain(cliFile);
    for (const file of loaded) expect(path.dirname(file)).toBe(bundleFolder);
  });

  it.each(Object.entries(marks))('is free of %s, which other parts of the bundle hold', (_name, mark) => {
    const bundle = readdirSync(bundleFolder).map((file) => path.join(bundleFolder, file));
    expect(bundle.filter((file) => holds(file, mark))).not.toEqual([]);
    expect(loaded.filter((file) => holds(file, mark))).toEqual([]);
  });
});

it('berth --version loads no core', () => {
  expect(loadedFiles('--version').filter((file) => file.includes('core'))).toEqual([]);
});
