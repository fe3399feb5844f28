import { probeLimits } from './probe-limits.ts';

/** A limit would have been passed, so what was asked for was not done. */
export class BudgetSpentError extends Error {
  constructor(what: string) {
    super(`The probe may not ${what}.`);
    this.name = 'BudgetSpentError';
  }
}

export interface Spent {
  readonly connections: number;
  readonly bytesSent: number;
  readonly bytesReceived: number;
}

/** Counts what one probe costs and refuses what is over the limits. */
export class ProbeBudget {
  #connections = 0;
  #bytesSent = 0;
  #bytesReceived = 0;

  connect(): void {
    if (!this.canConnect) throw new BudgetSpentError('connect again');
    this.#connections += 1;
  }

  get canConnect(): boolean {
    return this.#connections < probeLimits.connections;
  }

  send(bytes: number): void {
    if (!this.canSend(bytes)) throw new BudgetSpentError(`send ${bytes} bytes more`);
    this.#bytesSent += bytes;
  }

  canSend(bytes: number): boolean {
    return this.#bytesSent + bytes <= probeLimits.bytesSent;
  }

  /** How many of the bytes that came may be kept. */
  receive(bytes: number): number {
    const kept = Math.min(bytes, probeLimits.bytesReceived - this.#bytesReceived);
    this.#bytesReceived += kept;
    return kept;
  }

  get spent(): Spent {
    return {
      connections: this.#connections,
      bytesSent: this.#bytesSent,
      bytesReceived: this.#bytesReceived,
    };
  }
}
