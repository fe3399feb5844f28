import path from 'node:path';
import { blocksOf, withoutComments } from './dependencies-in-pom.ts';
import { tableIn } from './dependencies-in-toml.ts';
import { readSmallFile } from './read-small-file.ts';

/** Names a project from the text of its manifest; null when the text does not. */
type ReadName = (content: string) => string | null;

/** In the order in which they count when a folder has several. */
export const manifests: ReadonlyMap<string, ReadName> = new Map<string, ReadName>([
  ['package.json', nameInJson],
  ['pyproject.toml', (content) => nameInToml(content, ['project', 'tool.poetry'])],
  ['Cargo.toml', (content) => nameInToml(content, ['package'])],
  ['go.mod', nameInGoMod],
  ['pom.xml', nameInPom],
  ['composer.json', nameInJson],
  ['Gemfile', () => null],
  ['requirements.txt', () => null],
]);

/** Manifests are small; something larger is not read. */
const longestManifest = 512 * 1024;
const longestName = 200;

/** The text of those manifests of a folder that can be read, in the same order. */
export async function readManifests(
  folder: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const contents = new Map<string, string>();
  for (const name of names) {
    const content = await readSmallFile(path.join(folder, name), longestManifest);
    if (content !== null) contents.set(name, content);
  }
  return contents;
}

/** The name of the project in `folder`: what the text of its manifest says, else the folder's own. */
export function nameProject(folder: string, manifest: string, content: string | undefined): string {
  const name = content === undefined ? null : manifests.get(manifest)?.(content)?.trim();
  return name && name.length <= longestName ? name : path.basename(folder);
}

export function nameInJson(content: string): string | null {
  try {
    const { name } = JSON.parse(content.replace(/^\ufeff/, '')) as { name?: unknown };
    return typeof name === 'string' ? name : null;
  } catch {
    return null;
  }
}

/** `name = "..."` in the first of these tables that has it. */
export function nameInToml(content: string, tables: readonly string[]): string | null {
  const found = new Map<string, string>();
  let table = '';
  for (const line of content.split(/\r?\n/)) {
    table = tableIn(line) ?? table;
    const value = /^\s*name\s*=\s*(?:"([^"\\]*)"|'([^']*)')/.exec(line);
    if (value && tables.includes(table) && !found.has(table)) found.set(table, value[1] ?? value[2] ?? '');
  }
  for (const one of tables) {
    const name = found.get(one);
    if (name) return name;
  }
  return null;
}

/** The last part of the module path; a major version behind it is not part of the name. */
export function nameInGoMod(content: string): string | null {
  const module = /^[ \t]*module[ \t]+"?([^\s"]+)"?/m.exec(content)?.[1];
  const parts = module?.split('/').filter((part) => part !== '') ?? [];
  if (parts.length > 1 && /^v\d+$/.test(parts.at(-1) ?? '')) parts.pop();
  return parts.at(-1) ?? null;
}

/** The artifact of the project itself, not that of its parent, a dependency or a plugin. */
export function nameInPom(content: string): string | null {
  const text = withoutComments(content);
  const [parent] = blocksOf(text, 'parent');
  const body = parent === undefined ? text : text.replace(parent, () => '');
  const start = body.search(/<project[\s>]/);
  const nested = body.search(/<(?:dependencies|dependencyManagement|build|profiles|modules|plugins)>/);
  const own = body.slice(Math.max(start, 0), nested === -1 ? undefined : nested);
  const name = /<artifactId>\s*([^<\s]+)\s*<\/artifactId>/.exec(own)?.[1] ?? null;
  return name?.includes('${') ? null : name;
}
