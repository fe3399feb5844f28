/**
 * Splits a command line that ps joined with spaces. Where an argument holds a space this cannot be undone: ps prints
 * `a b` for one argument and for two, and no tool of macOS tells them apart. The first is certain where the program's
 * path is known (`/Applications/Some App.app/…`); what follows it is split at every space.
 */
export function splitArguments(line: string, programs: readonly (string | null)[]): readonly string[] {
  const first = programs.find((program) => program !== null && beginsWith(line, program));
  const rest = first ? line.slice(first.length) : line;
  const words = rest.split(' ').filter((word) => word !== '');
  return first ? [first, ...words] : words;
}

function beginsWith(line: string, program: string): boolean {
  return program !== '' && (line === program || line.startsWith(`${program} `));
}
