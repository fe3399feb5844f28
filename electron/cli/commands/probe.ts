import type { ListenerDocument, ProbeDocument } from '../../../shared/contract/documents.ts';
import type { Core } from '../../core/core.ts';
import type { Command } from '../command.ts';
import { formatAddress } from '../format-address.ts';
import { toListenerDocuments } from '../listener-document.ts';
import { type Paint, paintFor } from '../paint.ts';
import type { Arguments } from '../read-arguments.ts';
import { readPort } from '../read-number.ts';
import { safeText } from '../safe-text.ts';
import { scan } from '../scan.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { withCore } from '../with-core.ts';

type Result = ProbeDocument['results'][number];

export const probe: Command = {
  name: 'probe',
  usage: 'PORT [--json]',
  help: `
Connects to what listens on the port and tells what answers. What will be sent is said first, on standard error. At most
two connections and 700 bytes for each listener; no login, no cookie, nothing that changes anything, no redirect followed.

  --json  one JSON document instead

Some listeners are never touched, because a connection could do harm: debuggers, tunnels, sockets of the service manager,
tools that serve one connection, logins that wait for an answer, and what your settings name. For them the reason is told,
and what their command line says they are.

Exit code 0 when something answered.`,
  options: { json: 'flag' },
  operand: { name: 'port', most: 1 },

  async run(given, { terminal, ...context }) {
    const port = portOf(given);
    return withCore({ terminal, ...context }, async (core) => {
      const snapshot = await scan(core);
      const listeners = toListenerDocuments(snapshot, (listener) => listener.port === port);
      const results: Result[] = [];
      const interrupted = terminal.catchInterrupt();
      for (const listener of listeners) {
        const result = interrupted.aborted ? null : await probeOne(core, listener, terminal, interrupted);
        if (result) results.push(result);
      }
      if (given.flags.has('json')) {
        const document: ProbeDocument = { version: 1, port, results };
        terminal.print(JSON.stringify(document));
      } else if (results.length > 0) {
        terminal.print(results.map((result) => report(result, paintFor(terminal.hasColours))).join('\n\n'));
      }
      if (listeners.length === 0) terminal.tell(`Nothing listens on port ${port}.`);
      return results.some(hasAnswered) ? 0 : 1;
    });
  },
};

function portOf({ operands: [port] }: Arguments): number {
  if (port === undefined) throw new UsageError('which port? Give one, as in: berth probe 3000.');
  return readPort(port);
}

async function probeOne(
  core: Core,
  listener: ListenerDocument,
  terminal: Terminal,
  interrupted: AbortSignal,
): Promise<Result | null> {
  const plan = await core.probes.plan(listener.id);
  if (!plan.ok) {
    terminal.tell(`${formatAddress(listener)}: ${safeText(plan.failure.message)}`);
    return null;
  }
  const refused = { listener, plan: plan.value, answer: null };
  if (plan.value.class === 'never') return refused;
  if (plan.value.sends !== null) terminal.tell(`${formatAddress(listener)}: ${safeText(plan.value.sends)}`);
  const answer = await core.probes.run(listener.id, 'request', interrupted);
  if (answer.ok) return { ...refused, answer: answer.value };
  terminal.tell(`${formatAddress(listener)}: ${safeText(answer.failure.message)}`);
  return refused;
}

function hasAnswered({ answer }: Result): boolean {
  return answer?.state === 'identified' || answer?.state === 'answered';
}

function report({ listener, plan, answer }: Result, paint: Paint): string {
  const lines = [paint.strong(formatAddress(listener))];
  const { identity } = listener;
  if (identity) {
    const target = identity.target === null ? '' : `, ${identity.target}`;
    lines.push(line('is', `${identity.product}${target} (${identity.evidence})`));
  }
  if (answer === null) {
    const isNever = plan.class === 'never';
    lines.push(line(isNever ? 'not probed' : 'no answer', plan.reason));
    return lines.join('\n');
  }
  lines.push(line(hasAnswered({ listener, plan, answer }) ? 'answers' : 'silent', answer.message));
  lines.push(line('sent', answer.steps.join('; ') || 'nothing'));
  lines.push(line('cost', costOf(answer)));
  return lines.join('\n');
}

function costOf(answer: NonNullable<Result['answer']>): string {
  const connections = answer.connections === 1 ? '1 connection' : `${answer.connections} connections`;
  const { bytesSent, bytesReceived, durationMs } = answer;
  return `${connections}, ${bytesSent} bytes sent, ${bytesReceived} received, ${Math.round(durationMs)} ms`;
}

function line(title: string, text: string): string {
  return `  ${title.padEnd(10)}  ${safeText(text)}`;
}
