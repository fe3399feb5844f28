import { baseName, shortPath } from './path-names.ts';

/** What an interpreter was told to run, by one of its names. */
export interface Script {
  readonly name: string;
  readonly evidence: string;
}

/** Options of interpreters that take the next word with them. */
const takesWord: Readonly<Record<Runtime, ReadonlySet<string>>> = {
  node: new Set(
    '-r --require --import --loader --experimental-loader -C --conditions --env-file --title --inspect-port'.split(
      ' ',
    ),
  ),
  python: new Set(['-W', '-X', '--check-hash-based-pycs']),
  ruby: new Set(['-I', '-r', '-C', '-E']),
  php: new Set(['-d', '-c', '-t', '-S', '-z']),
  java: new Set(['-cp', '-classpath', '--class-path', '-p', '--module-path', '--add-modules', '-m']),
  perl: new Set(['-I']),
};

export type Runtime = 'node' | 'python' | 'ruby' | 'php' | 'java' | 'perl';

/** Which interpreter a program is, null for none. */
export function runtimeOf(program: string): Runtime | null {
  switch (program) {
    case 'node':
    case 'nodejs':
    case 'bun':
    case 'deno':
    case 'electron':
      return 'node';
    case 'java':
    case 'javaw':
      return 'java';
    case 'perl':
      return 'perl';
    default:
      if (/^(python|pypy)[\d.]*w?$/.test(program)) return 'python';
      if (/^j?ruby[\d.]*$/.test(program)) return 'ruby';
      if (/^php(-cli|-cgi)?[\d.]*$/.test(program)) return 'php';
      return null;
  }
}

/** The names of what is run: the package it is of, the file, the module, the class. Most telling first. */
export function findScript(program: string, args: readonly string[]): readonly Script[] {
  const runtime = runtimeOf(program);
  if (runtime === null) return [];
  if (runtime === 'python') {
    const module = pythonModule(args);
    if (module) return [module];
  }
  const at = firstOperand(args, takesWord[runtime]);
  if (runtime === 'java') return javaProgram(args, at);
  const word = wordAfterRun(program, args, at);
  return word === null ? [] : namesOfFile(word);
}

/** The file that an interpreter was told to run, as it was told, null when it was not told one. */
export function firstFile(program: string, args: readonly string[]): string | null {
  const runtime = runtimeOf(program);
  return runtime === null ? null : wordAfterRun(program, args, firstOperand(args, takesWord[runtime]));
}

/** Modules that are what their name says; others of the same name as a tool may be anybody's own. */
const pythonModules = new Set(
  (
    'http.server simplehttpserver uvicorn hypercorn daphne granian gunicorn waitress flask fastapi sanic aiohttp.web ' +
    'tornado.web litestar streamlit gradio chainlit panel bokeh locust mkdocs sphinx_autobuild jupyter jupyterlab notebook ' +
    'jupyter_server nbclassic ipykernel ipykernel_launcher marimo pyftpdlib aiosmtpd mlflow tensorboard flower azure.cli ' +
    'debugpy pgadmin4 wormhole localstack homeassistant'
  ).split(' '),
);

function pythonModule(args: readonly string[]): Script | null {
  const at = args.indexOf('-m');
  const name = at < 0 ? undefined : args[at + 1];
  const isOption = args.slice(0, Math.max(at, 0)).every((word) => word.startsWith('-'));
  if (name === undefined || !isOption || !pythonModules.has(name.toLowerCase())) return null;
  return { name: name.toLowerCase(), evidence: `-m ${name}` };
}

function firstOperand(args: readonly string[], takes: ReadonlySet<string>): number {
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? '';
    if (takes.has(word)) at += 1;
    else if (!word.startsWith('-')) return at;
  }
  return -1;
}

/** `bun run dev`, `deno run -A server.ts`: the word behind `run`. */
function wordAfterRun(program: string, args: readonly string[], at: number): string | null {
  const word = args[at] ?? null;
  const isRun =
    (program === 'bun' || program === 'deno') && ['run', 'x', 'serve', 'task'].includes(word ?? '');
  return isRun ? (args.slice(at + 1).find((next) => !next.startsWith('-')) ?? null) : word;
}

/** Scripts that are named the same in every project. */
const commonScripts = new Set(['manage', 'artisan']);

/** A package or an installed command is what it is called; a file of a project can be called anything. */
function namesOfFile(file: string): readonly Script[] {
  const evidence = shortPath(file);
  const names: Script[] = [];
  const inPackage = /^node_modules[/\\](?:\.bin[/\\]([^/\\]+)|(@[^/\\]+[/\\][^/\\]+|[^/\\]+))/.exec(evidence);
  const name = inPackage?.[1] ?? inPackage?.[2];
  if (name !== undefined) names.push({ name: name.toLowerCase().replace('\\', '/'), evidence });
  const base = baseName(file).replace(/\.([cm]?[jt]sx?|py|rb|php|phar|pl|cmd)$/, '');
  const isInstalled = /(?:^|[/\\])(s?bin|Scripts)[/\\][^/\\]+$/i.test(file);
  if (name !== undefined || isInstalled || commonScripts.has(base)) names.push({ name: base, evidence });
  return names;
}

function javaProgram(args: readonly string[], at: number): readonly Script[] {
  const jar = args.indexOf('-jar');
  const file = jar < 0 ? undefined : args[jar + 1];
  if (file !== undefined) {
    const base = baseName(file).replace(/\.[jw]ar$/, '');
    return [{ name: base.replace(/-[\d.]+.*$/, ''), evidence: `-jar ${file}` }];
  }
  const main = args[at];
  return main === undefined ? [] : [{ name: main.toLowerCase(), evidence: main }];
}
