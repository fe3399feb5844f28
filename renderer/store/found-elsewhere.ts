import { describeAnswer } from '../lib/describe-answer.ts';
import type { PortRow } from './port-row.ts';
import type { SearchTerm } from './search-query.ts';

export interface Found {
  /** What the text is: `command`, `folder`. */
  readonly fact: string;
  readonly text: string;
  readonly needle: string;
}

/** Where a word was found that no column shows, so that the row can say why it is there. */
export function foundElsewhere(row: PortRow, terms: readonly SearchTerm[]): Found | null {
  if (terms.length === 0) return null;
  const shown = [
    String(row.listener.port),
    row.listener.label,
    row.owners[0]?.name,
    row.owners[0]?.pid.toString(),
    row.projectName,
    ...shownAnswer(row),
  ].map((text) => text?.toLowerCase() ?? '');
  for (const { field, value } of terms) {
    if (field !== 'any' && field !== 'user' && field !== 'project') continue;
    // A number is looked for in what has a number of its own.
    if (/^\d+$/.test(value)) continue;
    if (field === 'any' && shown.some((text) => text.includes(value))) continue;
    const found = hiddenFacts(row).find(
      ([fact, text]) => (field === 'any' || field === fact) && text.toLowerCase().includes(value),
    );
    if (found) return { fact: found[0], text: found[1], needle: value };
  }
  return null;
}

/** The words in the column of answers. */
function shownAnswer({ answer, identified, listener }: PortRow): readonly (string | null)[] {
  return answer ? describeAnswer(answer) : [identified ?? listener.serviceName];
}

function hiddenFacts({ listener, owners, projectName }: PortRow): (readonly [string, string])[] {
  const facts: (readonly [string, string | null])[] = owners.flatMap((owner) => [
    ['command', owner.command.join(' ')] as const,
    ['folder', owner.cwd] as const,
    ['user', owner.user] as const,
    ['branch', owner.project?.branch ?? null] as const,
    ['project', owner.project?.name === projectName ? null : (owner.project?.name ?? null)] as const,
  ]);
  facts.push(['address', `${listener.address}:${listener.port}`], ['user', listener.socketUser]);
  facts.push(['registered', listener.serviceName]);
  return facts.flatMap(([fact, text]) => (text === null ? [] : [[fact, text] as const]));
}
