interface Named {
  readonly pid: number;
  readonly name: string;
}

const longestName = 60;
const namedProcesses = 3;

/**
 * The sentence that the system shows above the password. Names of programs come from outside: what is no plain character
 * is left out, so that none can add a line or a sentence of its own in another script.
 */
export function elevationPrompt(ports: readonly number[], processes: readonly Named[]): string {
  const named = processes.slice(0, namedProcesses).map(({ name, pid }) => `${plain(name)} (pid ${pid})`);
  const rest = processes.length - named.length;
  const who = [...named, ...(rest > 0 ? [`${rest} more`] : [])];
  const list = who.length > 1 ? `${who.slice(0, -1).join(', ')} and ${who.at(-1)}` : who.join('');
  return `Berth is about to end ${list} to free port ${ports.join(', ')}.`;
}

function plain(name: string): string {
  const text = name.replace(/[^\x20-\x7e]/g, '?').trim();
  return text.length > longestName ? `${text.slice(0, longestName)}...` : text;
}
