import { existsSync } from 'node:fs';
import type { CompleteRecord } from './launch-record.ts';

/** A program that becomes another one by exec, with any bytes and any umask. It keeps its pid, so that its end is seen. */
export interface ExactLauncher {
  readonly program: string;
  readonly args: readonly string[];
}

/**
 * Both read everything from standard input: on a command line every user of the machine could read it. A shell cannot do
 * this: it sets variables of its own (PWD, SHLVL, _), drops those whose names it does not like, and cannot set argv[0].
 */
const perlScript = `
binmode STDIN; local $/; my @f = split /\\0/, <STDIN>, -1; pop @f;
my ($umask, $input, $folder, $program, $count) = splice @f, 0, 5;
my @argv = splice @f, 0, $count;
%ENV = (); for (@f) { my ($name, $value) = split /=/, $_, 2; $ENV{$name} = $value; }
umask oct $umask;
chdir $folder or die "The folder cannot be entered: $!\\n";
open STDIN, '<', $input or die "The input cannot be opened: $!\\n";
exec { $program } @argv or die "The program cannot be started: $!\\n";
`;

/** Python ignores two signals, and what is ignored stays so through exec. */
const pythonScript = `
import os, signal, sys
f = sys.stdin.buffer.read().split(b"\\0")[:-1]
umask, source, folder, program, count = f[:5]
end = 5 + int(count)
env = dict(entry.split(b"=", 1) for entry in f[end:])
signal.signal(signal.SIGPIPE, signal.SIG_DFL)
signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
os.umask(int(umask, 8))
os.chdir(folder)
os.dup2(os.open(source, os.O_RDONLY), 0)
os.execve(program, f[5:end], env)
`;

/** By absolute path: something of this name in the working folder must never be run. */
const perls = ['/usr/bin/perl', '/usr/local/bin/perl'];
const pythons = ['/usr/bin/python3', '/usr/local/bin/python3'];

export const exactLaunchers: readonly ExactLauncher[] = [
  ...perls.map((program) => ({ program, args: ['-e', perlScript] })),
  ...pythons.map((program) => ({ program, args: ['-I', '-S', '-c', pythonScript] })),
];

/** The first one that is installed; null where none is. */
export function findExactLauncher(): ExactLauncher | null {
  return exactLaunchers.find(({ program }) => existsSync(program)) ?? null;
}

/** What the launcher reads: texts that each end with a NUL, which none of them can hold. */
export function exactInput(record: CompleteRecord, input: Buffer): Buffer {
  const texts = [
    Buffer.from(record.umask.toString(8)),
    input,
    record.folder.path,
    record.executable.path,
    Buffer.from(String(record.argv.length)),
    ...record.argv,
    ...record.environment.entries(),
  ];
  return Buffer.concat(texts.flatMap((text) => [text, Buffer.of(0)]));
}
