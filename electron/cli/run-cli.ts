import { stat } from 'node:fs/promises';
import type { Command, CommandContext, ExitCode } from './command.ts';
import { helpOf, overview } from './help-text.ts';
import { type KnownCommand, knownCommands } from './known-commands.ts';
import { nearestName } from './nearest-name.ts';
import { readArguments } from './read-arguments.ts';
import { safeText } from './safe-text.ts';
import { UsageError } from './usage-error.ts';

/** Picks the command, runs it and resolves with the exit code. Never rejects. */
export async function runCli(words: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal } = context;
  let name: string | null = null;
  try {
    const request = await readRequest(words);
    switch (request.kind) {
      case 'version':
        terminal.print(context.version);
        return 0;
      case 'overview':
        terminal.print(overview(knownCommands));
        return 0;
      case 'help':
        terminal.print(helpOf(await request.command.load()));
        return 0;
      case 'run':
        name = request.command.name;
        return await runCommand(await request.command.load(), request.words, context);
    }
  } catch (error) {
    const speaker = name ? `berth ${name}` : 'berth';
    terminal.tell(`${speaker}: ${error instanceof Error ? error.message : String(error)}`);
    return error instanceof UsageError ? 2 : 1;
  }
}

type Request =
  | { readonly kind: 'version' | 'overview' }
  | { readonly kind: 'help'; readonly command: KnownCommand }
  | { readonly kind: 'run'; readonly command: KnownCommand; readonly words: readonly string[] };

async function readRequest(words: readonly string[]): Promise<Request> {
  const [first, ...rest] = words;
  if (first === undefined) return { kind: 'run', command: commandNamed('ls'), words: [] };
  if (first === '--version' || first === '-v') return { kind: 'version' };
  if (first === '--help' || first === '-h') return { kind: 'overview' };
  if (first === 'help') {
    return rest[0] === undefined ? { kind: 'overview' } : { kind: 'help', command: commandNamed(rest[0]) };
  }
  if (first.startsWith('-')) return { kind: 'run', command: commandNamed('ls'), words };
  if (isUnknown(first) && (await isFolder(first))) return { kind: 'run', command: folderCommand, words };
  return { kind: 'run', command: commandNamed(first), words: rest };
}

/** A folder in place of a command: the running Berth serves it. */
const folderCommand: KnownCommand = {
  name: 'DIR',
  summary: 'serve this folder',
  load: async () => (await import('./commands/serve-there.ts')).serveThere,
};

const isUnknown = (name: string) => knownCommands.every((command) => command.name !== name);

/** What is written like a path is meant as one, there or not; a bare word only where such a folder is. */
async function isFolder(word: string): Promise<boolean> {
  if (/^\.{1,2}$|[/\\]/.test(word)) return true;
  return stat(word).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function commandNamed(name: string): KnownCommand {
  const known = knownCommands.find((command) => command.name === name);
  if (known) return known;
  const names = knownCommands.map((command) => command.name);
  const nearest = nearestName(name, names);
  const hint = /^\d+$/.test(name)
    ? ` To see one port: berth show ${name}.`
    : nearest
      ? ` Did you mean ${nearest}?`
      : '';
  throw new UsageError(
    `${safeText(name)} is not a command.${hint} Known are ${names.join(', ')}; berth help says more.`,
  );
}

async function runCommand(
  command: Command,
  words: readonly string[],
  context: CommandContext,
): Promise<ExitCode> {
  const given = readArguments(words, command);
  if (given.flags.has('help')) {
    context.terminal.print(helpOf(command));
    return 0;
  }
  return command.run(given, context);
}
