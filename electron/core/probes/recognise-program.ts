import type { CommandFacts } from './command-facts.ts';
import { indexRules, type ProgramRule } from './program-rule.ts';
import { brokers } from './recognisers/brokers.ts';
import { containerProxies } from './recognisers/container-proxies.ts';
import { databases } from './recognisers/databases.ts';
import { desktopPrograms } from './recognisers/desktop-programs.ts';
import { devServers } from './recognisers/dev-servers.ts';
import { oneShotTools } from './recognisers/one-shot-tools.ts';
import { systemServices } from './recognisers/system-services.ts';
import { tunnels } from './recognisers/tunnels.ts';
import { webServers } from './recognisers/web-servers.ts';
import type { Recognition } from './recognition.ts';

/** What must not be touched comes first: a tool that can serve and log in is taken for a login. */
const rules = indexRules([
  ...tunnels,
  ...oneShotTools,
  ...containerProxies,
  ...databases,
  ...brokers,
  ...devServers,
  ...webServers,
  ...desktopPrograms,
  ...systemServices,
]);

/** What the name of a program and its arguments say, null for nothing. */
export function recogniseProgram(facts: CommandFacts): Recognition | null {
  for (const called of facts.names) {
    const rule = rules.get(called.name)?.find(({ words }) => words === undefined || words.test(facts.line));
    if (rule) return recognition(rule, called, facts);
  }
  return null;
}

function recognition(
  rule: ProgramRule,
  { source, evidence }: CommandFacts['names'][number],
  facts: CommandFacts,
): Recognition {
  const fromCommand = source === 'command-line';
  return {
    identity: {
      kind: rule.kind,
      product: rule.product,
      target: rule.target?.(facts)?.slice(0, 300) ?? null,
      confidence: fromCommand || source === 'executable' ? 'certain' : 'likely',
      source,
      evidence,
    },
    step: rule.step ?? null,
    // A title can be chosen by anybody.
    gentle: rule.gentle === true && fromCommand,
  };
}
