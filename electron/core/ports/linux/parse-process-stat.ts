export interface ProcessStat {
  readonly name: string;
  readonly parentPid: number;
  /** Clock ticks after the start of the system: with the pid, the identity of a process. */
  readonly startTicks: number;
}

/** Fields after the name, counted from the state (field 3 of proc(5)). */
const parentField = 1;
const startField = 19;

/** Reads `/proc/<pid>/stat`. The name may hold spaces, newlines and parentheses, so it ends at the last parenthesis. */
export function parseProcessStat(text: string): ProcessStat | null {
  const nameStart = text.indexOf('(') + 1;
  const nameEnd = text.lastIndexOf(')');
  if (nameStart === 0 || nameEnd < nameStart) return null;
  const fields = text.slice(nameEnd + 2).split(' ', startField + 1);
  const parentPid = Number(fields[parentField]);
  const startTicks = Number(fields[startField]);
  if (!Number.isInteger(parentPid) || !Number.isInteger(startTicks)) return null;
  return { name: withoutCutCharacter(text.slice(nameStart, nameEnd)), parentPid, startTicks };
}

const replacementCharacter = '\ufffd';

/**
 * The kernel keeps 15 bytes of a name and may cut a character in its middle, which decodes to one U+FFFD at the end.
 * A shorter name that ends so was never cut: it is in another encoding, and what cannot be shown stays marked.
 */
function withoutCutCharacter(name: string): string {
  if (!name.endsWith(replacementCharacter)) return name;
  const whole = name.slice(0, -1);
  const bytes = Buffer.byteLength(whole);
  return bytes >= 12 && bytes <= 14 ? whole : name;
}
