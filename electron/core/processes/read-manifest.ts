import path from 'node:path';
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
]);

/** Manifests are small; something larger is not read. */
const longestManifest = 512 * 1024;
const longestName = 200;

/** The name of the project in `folder`: what the manifest says, else the folder's own. */
export async function readProjectName(folder: string, manifest: string): Promise<string> {
  const content = await readSmallFile(path.join(folder, manifest), longestManifest);
  const name = content === null ? null : manifests.get(manifest)?.(content)?.trim();
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
    const header = /^\s*\[\s*([^[\]]+?)\s*\]\s*(#.*)?$/.exec(line)?.[1];
    if (header !== undefined) table = header.replace(/\s*\.\s*/g, '.');
    else if (/^\s*\[\[/.test(line)) table = '';
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
  const module = /^\s*module\s+"?([^\s"]+)"?/m.exec(content)?.[1];
  const parts = module?.split('/').filter((part) => part !== '') ?? [];
  if (parts.length > 1 && /^v\d+$/.test(parts.at(-1) ?? '')) parts.pop();
  return parts.at(-1) ?? null;
}

/** The artifact of the project itself, not that of its parent, a dependency or a plugin. */
export function nameInPom(content: string): string | null {
  const body = content.replace(/<!--[\s\S]*?-->/g, '').replace(/<parent>[\s\S]*?<\/parent>/, '');
  const start = body.search(/<project[\s>]/);
  const nested = body.search(/<(?:dependencies|dependencyManagement|build|profiles|modules|plugins)>/);
  const own = body.slice(Math.max(start, 0), nested === -1 ? undefined : nested);
  const name = /<artifactId>\s*([^<\s]+)\s*<\/artifactId>/.exec(own)?.[1] ?? null;
  return name?.includes('${') ? null : name;
}
