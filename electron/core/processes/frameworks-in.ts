import { type Ecosystem, frameworkNamed, frameworks } from '../lib/frameworks.ts';
import { dependenciesInPom } from './dependencies-in-pom.ts';
import { dependenciesInCargo, dependenciesInPyproject, pythonName } from './dependencies-in-toml.ts';

/** The names of what a project depends on, as they stand in a manifest. */
type ReadDependencies = (content: string) => Iterable<string>;

const readers: ReadonlyMap<string, readonly [Ecosystem, ReadDependencies]> = new Map([
  ['package.json', ['npm', (content) => keysIn(content, ['dependencies', 'devDependencies'])]],
  ['pyproject.toml', ['python', dependenciesInPyproject]],
  ['requirements.txt', ['python', inRequirements]],
  ['Cargo.toml', ['rust', dependenciesInCargo]],
  ['go.mod', ['go', inGoMod]],
  ['pom.xml', ['java', dependenciesInPom]],
  ['composer.json', ['php', (content) => keysIn(content, ['require', 'require-dev'])]],
  ['Gemfile', ['ruby', inGemfile]],
] satisfies [string, [Ecosystem, ReadDependencies]][]);

/** More than these say nothing more, and the list is told with every process. */
const mostFrameworks = 20;

/** The well-known frameworks that manifests, text by file name, depend on, the most telling first. */
export function frameworksIn(manifests: ReadonlyMap<string, string>): string[] {
  const found = new Set<string>();
  for (const [manifest, content] of manifests) {
    const [ecosystem, read] = readers.get(manifest) ?? [];
    for (const name of read?.(content) ?? []) {
      if (frameworkNamed(name)?.ecosystem === ecosystem) found.add(name);
    }
  }
  if (found.size === 0) return [];
  return frameworks.flatMap(({ name }) => (found.has(name) ? [name] : [])).slice(0, mostFrameworks);
}

function keysIn(content: string, fields: readonly string[]): readonly string[] {
  try {
    const manifest = JSON.parse(content.replace(/^\ufeff/, '')) as Readonly<Record<string, unknown>> | null;
    return fields.flatMap((field) => {
      const value = manifest?.[field];
      return typeof value === 'object' && value !== null ? Object.keys(value) : [];
    });
  } catch {
    return [];
  }
}

function inRequirements(content: string): readonly string[] {
  return content.split(/\r?\n/).map(pythonName);
}

/** Modules that the project requires itself; a major version behind the path is not part of the name. */
function* inGoMod(content: string): Generator<string> {
  let isInBlock = false;
  for (const line of content.split(/\r?\n/)) {
    if (/^\s*require\s*\(/.test(line)) isInBlock = true;
    else if (/^\s*\)/.test(line)) isInBlock = false;
    const [, word, module] = /^\s*(require\s+)?"?([^\s"()]+)"?\s+v\d/.exec(line) ?? [];
    if (module === undefined || !(isInBlock || word !== undefined)) continue;
    if (!/\/\/\s*indirect/.test(line)) yield module.replace(/\/v\d+$/, '');
  }
}

function* inGemfile(content: string): Generator<string> {
  for (const line of content.split(/\r?\n/)) {
    const name = /^\s*gem[\s(]\s*["']([\w.-]+)["']/.exec(line)?.[1];
    if (name !== undefined) yield name;
  }
}
