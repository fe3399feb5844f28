import type { Command } from './command.ts';
import type { KnownCommand } from './known-commands.ts';

export function overview(commands: readonly KnownCommand[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    'Every port something listens on, who holds it, and a way to act.',
    '',
    'Use: berth [COMMAND] [OPTIONS]',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    'berth help COMMAND tells the options of one command; berth --version the version.',
    'With --json a command prints one JSON document on standard output and nothing else there.',
    'Exit code: 0 when what was asked is true, 1 when it is not, 2 when it was not understood.',
  ].join('\n');
}

export function helpOf(command: Command): string {
  return `Use: berth ${command.name} ${command.usage}\n\n${command.help.trim()}`;
}
