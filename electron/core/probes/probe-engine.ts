import type { ProbeAnswer, TlsAnswer } from '../../../shared/contract/probes.ts';
import { ProbeBudget, type Spent } from './probe-budget.ts';
import { openConnection, type ProbeConnection } from './probe-connection.ts';
import { probeLimits } from './probe-limits.ts';
import { readTls } from './read-tls.ts';
import { readBanner, readReply } from './readers/read-answer.ts';
import { isHttpWhole } from './readers/read-http.ts';
import type { Reading } from './readers/reading.ts';
import type { Step } from './recognition.ts';
import { httpRequest, isHttpStep, nameStep, stepBytes } from './steps.ts';

export interface ProbeTask {
  /** Loopback addresses of the listener; the second is tried only where this machine does not have the first. */
  readonly addresses: readonly string[];
  readonly port: number;
  readonly step: Step;
  /** Berth's own version, which it says. */
  readonly version: string;
  readonly signal: AbortSignal;
}

export interface ProbeFinding {
  readonly state: ProbeAnswer['state'];
  readonly address: string;
  readonly reading: Reading | null;
  readonly tls: TlsAnswer | null;
  readonly connectMs: number | null;
  readonly durationMs: number;
  readonly steps: readonly string[];
  readonly spent: Spent;
}

/** Learns what answers with at most two connections: waits whether it speaks first, then says one thing. */
export function probeEngine(task: ProbeTask): Promise<ProbeFinding> {
  return new Probe(task).run();
}

type Talk = Pick<ProbeFinding, 'state' | 'reading' | 'tls'>;

class Probe {
  readonly #task: ProbeTask;
  readonly #budget = new ProbeBudget();
  readonly #steps: string[] = [];
  #address: string;
  #connectMs: number | null = null;

  constructor(task: ProbeTask) {
    this.#task = task;
    this.#address = task.addresses[0] ?? '127.0.0.1';
  }

  async run(): Promise<ProbeFinding> {
    const startedAt = performance.now();
    const talk = await this.#talk();
    return {
      ...talk,
      address: this.#address,
      connectMs: this.#connectMs,
      durationMs: performance.now() - startedAt,
      steps: this.#steps,
      spent: this.#budget.spent,
    };
  }

  async #talk(): Promise<Talk> {
    const first = await this.#open();
    if (typeof first === 'string') return { state: first, reading: null, tls: null };
    const talk = await this.#closing(first, () => this.#firstTalk(first));
    if (!this.#wantsTls(talk) || !this.#budget.canConnect || this.#task.signal.aborted) return talk;
    const second = await this.#open();
    if (typeof second === 'string') return talk;
    return this.#closing(second, async () => (await this.#tlsTalk(second)) ?? talk);
  }

  async #open(): Promise<ProbeConnection | 'refused' | 'timed-out'> {
    for (const address of this.#task.addresses) {
      this.#address = address;
      const opened = await openConnection(
        { address, port: this.#task.port },
        this.#budget,
        this.#task.signal,
      );
      if (opened.kind === 'open') {
        this.#connectMs ??= opened.connectMs;
        return opened.connection;
      }
      if (opened.kind === 'refused') return 'refused';
      if (opened.kind !== 'no-address') return 'timed-out';
    }
    return 'refused';
  }

  async #closing(connection: ProbeConnection, talk: () => Promise<Talk>): Promise<Talk> {
    try {
      return await talk();
    } finally {
      await connection.close();
    }
  }

  async #firstTalk(connection: ProbeConnection): Promise<Talk> {
    const { step } = this.#task;
    const banner = await connection.hear(probeLimits.passiveMs);
    if (banner.bytes.length > 0) {
      this.#steps.push('nothing, it spoke first');
      return talked(readBanner(banner.bytes));
    }
    if (banner.hasEnded) return { state: 'hung-up', reading: null, tls: null };
    if (step === 'listen') {
      this.#steps.push('nothing, it was silent');
      return { state: 'silent', reading: null, tls: null };
    }
    if (step === 'tls')
      return (await this.#tlsTalk(connection)) ?? { state: 'silent', reading: null, tls: null };
    return this.#ask(connection, step);
  }

  async #ask(connection: ProbeConnection, step: Step): Promise<Talk> {
    const { port, version, signal } = this.#task;
    const bytes = stepBytes(step, { port, version });
    if (bytes === null || signal.aborted) return { state: 'silent', reading: null, tls: null };
    connection.send(bytes);
    this.#steps.push(nameStep(step));
    const reply = await connection.hear(probeLimits.activeMs, isHttpWhole);
    if (reply.bytes.length > 0) return talked(readReply(step, reply.bytes));
    return { state: reply.hasEnded ? 'hung-up' : 'silent', reading: null, tls: null };
  }

  /** A server that closes on HTTP without a word, or says that it wants TLS. */
  #wantsTls({ state, reading }: Talk): boolean {
    if (reading !== null) return reading.wantsTls;
    return state === 'hung-up' && isHttpStep(this.#task.step) && this.#steps.length > 0;
  }

  async #tlsTalk(connection: ProbeConnection): Promise<Talk | null> {
    const { port, version } = this.#task;
    this.#steps.push(nameStep('tls'));
    const found = await readTls(connection, this.#budget, httpRequest('/', { port, version }));
    if (found === null) return null;
    if (found.hasAsked) this.#steps.push('GET / HTTP/1.1 over TLS');
    return { state: 'identified', reading: found.reading, tls: found.tls };
  }
}

function talked(reading: Reading | null): Talk {
  return { state: reading === null ? 'answered' : 'identified', reading, tls: null };
}
