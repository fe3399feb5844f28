import type { Listener } from '../../../shared/contract/ports.ts';
import type { ProbeAnswer } from '../../../shared/contract/probes.ts';
import { describeAnswer } from './describe-answer.ts';
import type { ProbeFinding } from './probe-engine.ts';
import type { Recognition } from './recognition.ts';

/** What is called so when neither the answer nor the process tells the name of the product. */
const usualProduct: Readonly<Record<string, string>> = {
  redis: 'Redis',
  kafka: 'Kafka',
  amqp: 'AMQP broker',
  smtp: 'SMTP server',
  ftp: 'FTP server',
  imap: 'IMAP server',
  pop3: 'POP3 server',
  mysql: 'MySQL',
  tls: 'TLS server',
};

export interface ProbedListener {
  readonly listener: Listener;
  readonly recognition: Recognition | null;
  readonly trigger: ProbeAnswer['trigger'];
  readonly at: string;
}

export function toAnswer(finding: ProbeFinding, probed: ProbedListener): ProbeAnswer {
  const { listener, trigger, at } = probed;
  const { reading, tls, spent } = finding;
  const told = {
    state: finding.state,
    protocol: reading?.protocol ?? null,
    product: productOf(finding, probed),
    productVersion: reading?.version ?? null,
    http: reading?.http ?? null,
    tls,
  };
  return {
    listenerId: listener.id,
    owners: [...listener.owners],
    at,
    trigger,
    ...told,
    connectMs: finding.connectMs === null ? null : rounded(finding.connectMs),
    durationMs: rounded(finding.durationMs),
    ...spent,
    steps: [...finding.steps],
    message: describeAnswer(told, finding.address, listener.port),
  };
}

/** What it said; else what the process is known as, as long as it answered in that language; else what is usual. */
function productOf({ reading }: ProbeFinding, { recognition }: ProbedListener): string | null {
  if (reading === null || reading.product !== null) return reading?.product ?? null;
  if (
    recognition &&
    recognition.identity.confidence !== 'possible' &&
    recognition.step === reading.protocol
  ) {
    return recognition.identity.product;
  }
  return usualProduct[reading.protocol] ?? null;
}

function rounded(ms: number): number {
  return Math.round(ms * 100) / 100;
}
