import { parseArgs } from 'node:util';

export interface WebArguments {
  readonly port: number | null;
  readonly open: boolean;
  readonly json: boolean;
}

/** The arguments of the web shell, or a sentence that says what is wrong with them. */
export function readWebArguments(words: readonly string[]): WebArguments | string {
  const parsed = parse(words);
  if (typeof parsed === 'string') return parsed;
  const port = parsed.port === undefined ? null : readPort(parsed.port);
  if (Number.isNaN(port)) return `${parsed.port} is not a port: give a whole number from 1 to 65535.`;
  return { port, open: !parsed['no-open'], json: parsed.json === true };
}

function parse(words: readonly string[]) {
  try {
    const options = {
      port: { type: 'string' },
      'no-open': { type: 'boolean' },
      json: { type: 'boolean' },
    } as const;
    return parseArgs({ args: [...words], options }).values;
  } catch {
    return 'Known are --port N, --no-open and --json.';
  }
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port >= 1 && port <= 65_535 ? port : Number.NaN;
}
