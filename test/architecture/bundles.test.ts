import { readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { projectRoot } from './project-files.ts';

const dist = path.join(projectRoot, 'dist');
const read = (file: string) => readFileSync(path.join(dist, file), 'utf8');

/** What a bundle still asks its runtime for, by its syntax: a string may look like an import. */
function asksFor(code: string): readonly string[] {
  const asked = new Set<string>();
  visit(parseAst(code, { lang: 'js', sourceType: 'unambiguous' } as object), (node) => {
    const named = node.type === 'CallExpression' && isRequire(node) ? firstArgument(node) : node.source;
    const name = (named as Node | null | undefined)?.value;
    if (typeof name === 'string') asked.add(name);
  });
  return [...asked];
}

type Node = Readonly<Record<string, unknown>>;

const isRequire = ({ callee }: Node) => (callee as Node).name === 'require';
const firstArgument = (node: Node) => (node.arguments as readonly Node[])[0];

function visit(value: unknown, see: (node: Node) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && 'type' in value) see(value as Node);
  for (const child of Object.values(value)) visit(child, see);
}

const isBuiltin = (name: string) => name.startsWith('node:') || builtinModules.includes(name);
const optional = ['koffi', 'bufferutil', 'utf-8-validate'];

test('the preload is one small script that requires only electron', () => {
  expect(readdirSync(path.join(dist, 'preload'))).toEqual(['preload.cjs']);
  const code = read('preload/preload.cjs');
  expect(asksFor(code)).toEqual(['electron']);
  expect(statSync(path.join(dist, 'preload/preload.cjs')).size).toBeLessThan(4096);
  expect(code).not.toMatch(/\bimport\s|\bexport\s|invalid_type/);
});

test('the main process asks for electron and Node only', () => {
  for (const file of readdirSync(path.join(dist, 'desktop')).filter((name) => name.endsWith('.cjs'))) {
    const foreign = asksFor(read(`desktop/${file}`)).filter(
      (name) => name !== 'electron' && !name.startsWith('./') && !isBuiltin(name) && !optional.includes(name),
    );
    expect(foreign).toEqual([]);
  }
});

test('the bundles for Node ask for Node only', () => {
  for (const file of readdirSync(path.join(dist, 'node'))) {
    const foreign = asksFor(read(`node/${file}`)).filter(
      (name) => !name.startsWith('./') && !isBuiltin(name) && !optional.includes(name),
    );
    expect(foreign).toEqual([]);
  }
});

test('no source map is left in what is built', () => {
  const built = ['desktop', 'preload', 'node', 'renderer'].flatMap((folder) =>
    readdirSync(path.join(dist, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file}`,
    ),
  );
  expect(built.filter((file) => file.endsWith('.map'))).toEqual([]);
  const scripts = built.filter((file) => /\.c?js$/.test(file));
  expect(scripts.filter((file) => read(file).includes('sourceMappingURL'))).toEqual([]);
});

test('the licences of the bundled fonts go along with them', () => {
  for (const name of ['Inter', 'JetBrains Mono']) {
    expect(read(`renderer/licences/${name}.txt`)).toContain('SIL OPEN FONT LICENSE');
  }
});
