/** A port that `ssh` listens on for somebody. */
export interface SshForward {
  /** The local port; null when the command line gives a socket file. */
  readonly port: number | null;
  readonly kind: 'local' | 'dynamic';
  /** `db.internal:5432`; null for a SOCKS proxy. */
  readonly to: string | null;
  /** As written: `-L 8080:db.internal:5432`. */
  readonly evidence: string;
}

export interface SshCommand {
  readonly forwards: readonly SshForward[];
  /** `maya@bastion`; null when none is named. */
  readonly destination: string | null;
}

/** Options of OpenSSH's client that take a value (ssh(1), 10.0). */
const takesValue = 'BbcDEeFIiJLlmOoPpQRSWw';

/** What the arguments of an SSH client say about forwarding. PuTTY's plink writes the same letters. */
export function readSshCommand(args: readonly string[]): SshCommand {
  const forwards: SshForward[] = [];
  let destination: string | null = null;
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? '';
    if (!word.startsWith('-') || word === '-') {
      destination = word;
      break;
    }
    const option = valueOption(word);
    if (option === null) continue;
    if (option.value === '') at += 1;
    const forward = forwardOf(option.letter, option.value || (args[at] ?? ''));
    if (forward) forwards.push(forward);
  }
  return { forwards, destination: destination === null ? null : withoutScheme(destination) };
}

/** `-fNL8080:a:80`: letters without a value, then the first one with a value, then its value. */
function valueOption(word: string): { readonly letter: string; readonly value: string } | null {
  for (let at = 1; at < word.length; at += 1) {
    const letter = word[at] ?? '';
    if (takesValue.includes(letter)) return { letter, value: word.slice(at + 1) };
  }
  return null;
}

function forwardOf(letter: string, value: string): SshForward | null {
  if (letter === 'o') {
    const [, name = '', rest = ''] = /^(LocalForward|DynamicForward)[= ]+(.*)$/i.exec(value) ?? [];
    if (name === '') return null;
    return /^local/i.test(name)
      ? local(rest.replace(/\s+/, ':'), `-o ${value}`)
      : dynamic(rest, `-o ${value}`);
  }
  if (letter === 'L') return local(value, `-L ${value}`);
  return letter === 'D' ? dynamic(value, `-D ${value}`) : null;
}

/** `[bind:]port:host:hostport`, `[bind:]port:/socket`; an address of IPv6 stands in brackets. */
function local(value: string, evidence: string): SshForward {
  const parts = value.match(/\[[^\]]*\]|[^:]+/g) ?? [];
  const last = parts.at(-1) ?? '';
  if (last.startsWith('/')) return { port: portOf(parts.at(-2)), kind: 'local', to: last, evidence };
  return { port: portOf(parts.at(-3)), kind: 'local', to: `${parts.at(-2) ?? '?'}:${last}`, evidence };
}

function dynamic(value: string, evidence: string): SshForward {
  return { port: portOf(value.match(/\[[^\]]*\]|[^:]+/g)?.at(-1)), kind: 'dynamic', to: null, evidence };
}

function portOf(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
}

function withoutScheme(destination: string): string {
  return destination.replace(/^ssh:\/\//, '');
}
