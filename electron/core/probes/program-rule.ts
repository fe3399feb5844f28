import type { ServiceKind } from '../../../shared/contract/identity.ts';
import type { CommandFacts } from './command-facts.ts';
import type { Step } from './recognition.ts';

/** A program that its name gives away. The first rule of a name whose words fit is taken. */
export interface ProgramRule {
  /** Names of programs, packages, scripts, modules or classes, in lower case. */
  readonly names: readonly string[];
  readonly kind: ServiceKind;
  readonly product: string;
  readonly step?: Step;
  /** See `Recognition`. */
  readonly gentle?: true;
  /** What the arguments must say besides. */
  readonly words?: RegExp;
  /** Where it leads. */
  readonly target?: (facts: CommandFacts) => string | null;
}

/** Rules by name, so that a program is asked for in one step. */
export function indexRules(rules: readonly ProgramRule[]): ReadonlyMap<string, readonly ProgramRule[]> {
  const index = new Map<string, ProgramRule[]>();
  for (const rule of rules) {
    for (const name of rule.names) {
      const others = index.get(name);
      if (others) others.push(rule);
      else index.set(name, [rule]);
    }
  }
  return index;
}
