import { parseArgs } from 'node:util';
import { nearestName } from './nearest-name.ts';
import { safeText } from './safe-text.ts';
import { UsageError } from './usage-error.ts';

/** `flag` stands alone, `value` is followed by one. */
export type OptionSpecs = Readonly<Record<string, 'flag' | 'value'>>;

/** What was given to a command. */
export interface Arguments {
  readonly operands: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
}

export interface ArgumentRules {
  readonly options: OptionSpecs;
  readonly operand: { readonly name: string; readonly most: number } | null;
}

interface OptionToken {
  readonly kind: 'option';
  readonly name: string;
  /** As typed, with its dashes. */
  readonly rawName: string;
  readonly value?: string | undefined;
  /** True for `--name=value`. */
  readonly inlineValue?: boolean | undefined;
}

type Token =
  | OptionToken
  | { readonly kind: 'positional'; readonly value: string }
  | { readonly kind: 'option-terminator' };

/** Sorts what was typed into options and operands. Throws a `UsageError` that names what does not belong. */
export function readArguments(words: readonly string[], rules: ArgumentRules): Arguments {
  const operands: string[] = [];
  const flags = new Set<string>();
  const values = new Map<string, string>();
  for (const token of tokenize(words, rules.options)) {
    if (token.kind === 'option') {
      if (kindOf(token, rules.options) === 'flag') flags.add(readFlag(token));
      else keepValue(values, token);
    } else if (token.kind === 'positional') {
      operands.push(token.value);
    }
  }
  checkOperands(operands, rules.operand);
  return { operands, flags, values };
}

function tokenize(words: readonly string[], options: OptionSpecs): readonly Token[] {
  const known = Object.entries(options).map(([name, kind]) => [
    name,
    { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) },
  ]);
  return parseArgs({
    args: [...words],
    options: { ...Object.fromEntries(known), help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  }).tokens;
}

function kindOf(token: OptionToken, options: OptionSpecs): 'flag' | 'value' {
  if (token.name === 'help') return 'flag';
  const kind = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
  if (kind) return kind;
  const known = Object.keys(options).map((name) => `--${name}`);
  const nearest = nearestName(token.rawName, known);
  throw new UsageError(
    `unknown option ${safeText(token.rawName)}: ` +
      (nearest ? `did you mean ${nearest}?` : `known are ${[...known, '--help'].join(', ')}.`),
  );
}

function readFlag(token: OptionToken): string {
  if (token.value !== undefined) {
    throw new UsageError(`${token.rawName} takes no value: leave out "=${safeText(token.value)}".`);
  }
  return token.name;
}

function keepValue(values: Map<string, string>, token: OptionToken): void {
  const { rawName, value, inlineValue } = token;
  if (!value || (!inlineValue && value.startsWith('-'))) {
    throw new UsageError(`${rawName} needs a value after it.`);
  }
  if (values.has(token.name)) throw new UsageError(`${rawName} was given twice: give it once.`);
  values.set(token.name, value);
}

function checkOperands(operands: readonly string[], rule: ArgumentRules['operand']): void {
  const [extra] = operands.slice(rule?.most ?? 0);
  if (extra === undefined) return;
  throw new UsageError(
    rule
      ? `"${safeText(extra)}" is too much: only ${rule.most === 1 ? 'one' : rule.most} ${rule.name} can be given.`
      : `"${safeText(extra)}" does not belong here: only options can follow.`,
  );
}
