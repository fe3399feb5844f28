/** The table that a line opens; null for every other line, empty for one of a list of tables. */
export function tableIn(line: string): string | null {
  if (/^\s*\[\[/.test(line)) return '';
  const header = /^\s*\[([^[\]]*)\]\s*(?:#.*)?$/.exec(line)?.[1];
  if (header === undefined) return null;
  return header
    .split('.')
    .map((part) => part.trim())
    .join('.');
}

/** What Cargo.toml depends on. What only tests need is left out. */
export function* dependenciesInCargo(content: string): Generator<string> {
  let table = '';
  for (const line of content.split(/\r?\n/)) {
    const opened = tableIn(line);
    if (opened !== null) {
      table = opened;
      const own = /(?:^|\.)dependencies\.["']?([\w-]+)["']?$/.exec(table)?.[1];
      if (own !== undefined) yield own;
    } else if (/(?:^|\.)dependencies$/.test(table)) {
      const key = /^\s*["']?([\w-]+)["']?\s*[.=]/.exec(line)?.[1];
      if (key !== undefined) yield key;
      yield* renamed(line);
    } else if (/(?:^|\.)dependencies\./.test(table)) yield* renamed(line);
  }
}

/** `web = { package = "axum" }` */
function* renamed(line: string): Generator<string> {
  const name = /\bpackage\s*=\s*["']([\w-]+)["']/.exec(line)?.[1];
  if (name !== undefined) yield name;
}

/** What pyproject.toml depends on, as PEP 621, PEP 735, Poetry, PDM and uv write it down. */
export function* dependenciesInPyproject(content: string): Generator<string> {
  let table = '';
  let isInList = false;
  for (const line of content.split(/\r?\n/)) {
    const opened = isInList ? null : tableIn(line);
    if (opened !== null) table = opened;
    if (opened !== null) continue;
    const pair: RegExpExecArray | null = isInList ? null : /^\s*["']?([\w.-]+)["']?\s*=\s*(.*)$/.exec(line);
    const key: string | undefined = pair?.[1];
    const value: string = pair?.[2] ?? '';
    if (key !== undefined && keyed.test(table)) yield pythonName(key);
    if (key !== undefined) isInList = value.startsWith('[') && listsDependencies(table, key);
    if (!isInList) continue;
    const { requirements, isClosed } = readList(key === undefined ? line : value);
    yield* requirements;
    isInList = !isClosed;
  }
}

const keyed = /^tool\.poetry(\.group\.[\w-]+)?\.(dev-)?dependencies$/;

function listsDependencies(table: string, key: string): boolean {
  if (table === 'project') return key === 'dependencies';
  if (table === 'tool.uv') return key === 'dev-dependencies';
  return ['project.optional-dependencies', 'dependency-groups', 'tool.pdm.dev-dependencies'].includes(table);
}

/** Brackets in a string, as in `"uvicorn[standard]"`, close nothing. */
function readList(text: string): { readonly requirements: readonly string[]; readonly isClosed: boolean } {
  const requirements: string[] = [];
  for (const [token, double, single] of text.matchAll(/"([^"]*)"|'([^']*)'|#.*|\]/g)) {
    if (token === ']') return { requirements, isClosed: true };
    const requirement = double ?? single;
    if (requirement !== undefined) requirements.push(pythonName(requirement));
  }
  return { requirements, isClosed: false };
}

/** The name in a requirement such as `Django[argon2] >= 5`, in the form in which all spellings are one (PEP 503). */
export function pythonName(requirement: string): string {
  const name = /^\s*([a-z\d][\w.-]*)/i.exec(requirement)?.[1] ?? '';
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
