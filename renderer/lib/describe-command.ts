interface Known {
  readonly pattern: RegExp;
  readonly name: string;
}

/**
 * Programs that their own command line gives away, most telling first. Matched against the arguments joined by blanks,
 * so only whole words are looked for.
 */
const knownCommands: readonly Known[] = [
  { pattern: /-agentlib:jdwp|-Xrunjdwp/, name: 'Java program with debugger' },
  { pattern: /(^|\s)--inspect(-brk|-wait)?(=|\s|$)/, name: 'Node program with debugger' },
  { pattern: /(^|[\s/\\])gdbserver(\s|$)/, name: 'Debug server' },
  { pattern: /(^|[\s/\\])debugpy(\s|$)/, name: 'Python debugger' },
  { pattern: /(^|[\s/\\])kubectl(\.exe)? (.* )?port-forward(\s|$)/, name: 'Kubernetes port forward' },
  { pattern: /(^|[\s/\\])ssh(\.exe)? (.* )?-\w*[LDR]/, name: 'SSH tunnel' },
  { pattern: /(^|\s)-m http\.server(\s|$)/, name: 'Python file server' },
  { pattern: /manage\.py runserver(\s|$)/, name: 'Django dev server' },
  { pattern: /(^|[\s/\\])flask(\.exe)? (.* )?run(\s|$)/, name: 'Flask dev server' },
  { pattern: /(^|[\s/\\])(uvicorn|gunicorn|hypercorn)(\s|$)/, name: 'Python web server' },
  { pattern: /(^|[\s/\\])next(\.js|\/dist\/bin\/next)? dev(\s|$)/, name: 'Next.js dev server' },
  { pattern: /webpack(-dev-server|\.js)? serve(\s|$)|webpack-dev-server/, name: 'webpack dev server' },
  { pattern: /(^|[\s/\\])vite(\.js)?(\s|$)/, name: 'Vite dev server' },
  { pattern: /(^|[\s/\\])rails(\s.*)? (server|s)(\s|$)/, name: 'Rails server' },
  { pattern: /(^|\s)-S \S+:\d+/, name: 'PHP dev server' },
];

/** What the command line says that runs here, or null. Not a claim that it answers. */
export function describeCommand(command: readonly string[]): string | null {
  if (command.length === 0) return null;
  const line = command.join(' ');
  const known = knownCommands.find(({ pattern }) => pattern.test(line));
  if (known === undefined) return null;
  if (known.name === 'PHP dev server' && !/php/.test(command[0] ?? '')) return null;
  return known.name;
}
