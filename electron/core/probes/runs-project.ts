import type { Process, Project } from '../../../shared/contract/processes.ts';
import type { Ecosystem } from '../lib/frameworks.ts';
import type { CommandFacts } from './command-facts.ts';
import { firstFile, runtimeOf } from './find-script.ts';

/**
 * In which language a process runs what its project wrote, null when it may run anything else: a tool that was installed
 * into the project, a helper of an editor, code of the command line.
 */
export function languageOfOwnCode(facts: CommandFacts, project: Project): Ecosystem | null {
  const { program, owner } = facts;
  if (isPackageScript(facts)) return 'npm';
  switch (runtimeOf(program)) {
    case 'node':
      // What an app of Electron serves is not what its pages are written with.
      return program !== 'electron' && runsOwnFile(facts, project) ? 'npm' : null;
    case 'python':
      return runsOwnModule(facts, project) || runsOwnFile(facts, project) ? 'python' : null;
    case 'ruby':
      return runsOwnFile(facts, project) ? 'ruby' : null;
    case 'php':
      return runsOwnFile(facts, project) ? 'php' : null;
    case 'java':
      return runsOwnClasses(owner, project) ? 'java' : null;
    case 'perl':
      return null;
    case null:
      return languageOfBinary(owner, project);
  }
}

/** Package managers, which stay in front of the script that they were told to run. */
const packageManagers = new Set(['npm', 'npm-cli', 'pnpm', 'yarn', 'corepack']);
/** Installed programs that run a file of the project. */
const runners = new Set(
  'tsx ts-node ts-node-dev nodemon @babel/node babel-node vite-node dotenv dotenv-cli cross-env env-cmd'.split(
    ' ',
  ),
);

function isPackageScript({ names, line }: CommandFacts): boolean {
  return (
    names.some(({ name }) => packageManagers.has(name)) &&
    /(^|[\s:])(run|start|dev|serve)([\s:]|$)/.test(line)
  );
}

/** Options of interpreters with which the next word is no file but code or a module. */
const takesCode = new Set('-c -e -p -pe -r -m --eval --print'.split(' '));

function runsOwnFile({ program, owner, names }: CommandFacts, { root }: Project): boolean {
  const args = owner.command.slice(1);
  const file = firstFile(program, args);
  if (file === null || takesCode.has(args[args.indexOf(file) - 1] ?? '')) return false;
  if (!isInside(file, root)) return false;
  return !isInstalled(file, root) || names.some(({ name }) => runners.has(name));
}

/** Modules that are called so in projects only. */
const ownModules = new Set('app main server src api web backend project wsgi asgi run'.split(' '));

function runsOwnModule({ owner: { command } }: CommandFacts, project: Project): boolean {
  const at = command.indexOf('-m');
  const module = at < 0 ? undefined : command[at + 1]?.split('.', 1)[0]?.toLowerCase();
  if (module === undefined || command.slice(1, at).some((word) => !word.startsWith('-'))) return false;
  return ownModules.has(module) || module === project.name.toLowerCase().replaceAll('-', '_');
}

/** IDEs and builds run classes from `target`, packages are put there as well. */
function runsOwnClasses({ command }: Process, { root }: Project): boolean {
  const jar = command[command.indexOf('-jar') + 1];
  if (command.includes('-jar') && jar !== undefined) return isInside(jar, root) && !isInstalled(jar, root);
  return command.some((word) =>
    [`${root}/target/classes`, `${root}\\target\\classes`].some((folder) => word.includes(folder)),
  );
}

function languageOfBinary({ executable, command }: Process, { root }: Project): Ecosystem | null {
  const file = executable ?? command[0] ?? '';
  // A workspace has one folder of output for all of its packages.
  const workspace = /^(.*)[/\\]target[/\\](?:[^/\\]+[/\\])?(?:debug|release)[/\\][^/\\]+$/.exec(file)?.[1];
  if (workspace !== undefined) return isInside(root, workspace) ? 'rust' : null;
  const isGoRun = /[/\\]go-build\d+[/\\].*[/\\]exe[/\\]/.test(file);
  const isBuiltHere = /[/\\]/.test(file) && isInside(file, root) && !isInstalled(file, root);
  return isGoRun || isBuiltHere ? 'go' : null;
}

/** A relative path starts in the working folder, which is in the project. */
function isInside(file: string, folder: string): boolean {
  if (!isAbsolute(file)) return !file.startsWith('..');
  if (file.length === folder.length) return file === folder;
  return file.startsWith(folder) && /[/\\]/.test(file.charAt(folder.length));
}

function isAbsolute(file: string): boolean {
  return /^([/\\]|[a-z]:[/\\])/i.test(file);
}

/** Whether a file of the project lies in a folder into which others' code is put. */
function isInstalled(file: string, root: string): boolean {
  const below = isAbsolute(file) ? file.slice(root.length) : file;
  return /(^|[/\\])(node_modules|site-packages|vendor|\.?venv|env|\.tox|\.cargo|\.yarn|\.vscode)[/\\]/.test(
    below,
  );
}
