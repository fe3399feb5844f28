import { z } from 'zod';
import { fail, refuse, succeed } from '../../shared/rpc/failure.ts';
import type { CallContext, CallHandler, Publish, Service } from '../../shared/rpc/serve-calls.ts';

/** The calls of a small service that behaves in every way a real one can. */
export interface TestCalls extends Record<string, { arguments: unknown; result: unknown }> {
  echo: { arguments: { text: string }; result: { text: string } };
  wait: { arguments: Record<string, never>; result: Record<string, never> };
  'fail-as-expected': { arguments: Record<string, never>; result: Record<string, never> };
  'throw-a-bug': { arguments: Record<string, never>; result: Record<string, never> };
  'not-here': { arguments: Record<string, never>; result: Record<string, never> };
}

export class TestService implements Service {
  readonly protocol = 1;
  readonly calls = {
    echo: { arguments: z.strictObject({ text: z.string() }) },
    wait: { arguments: z.strictObject({}) },
    'fail-as-expected': { arguments: z.strictObject({}) },
    'throw-a-bug': { arguments: z.strictObject({}) },
    'not-here': { arguments: z.strictObject({}) },
  };
  readonly handlers: Record<string, CallHandler> = {
    echo: async ({ text }: { text: string }) => succeed({ text }),
    wait: (_: unknown, context: CallContext) => this.#wait(context),
    'fail-as-expected': async () => fail('not-found', 'There is nothing there.'),
    'throw-a-bug': async () => {
      throw new Error('secret inner detail');
    },
    'not-here': async () => succeed({}),
  };
  /** Numbered changes so far; what a welcome carries. */
  sequence = 0;
  state = 'first';
  welcomes = 0;
  waiting = 0;
  aborted = 0;
  readonly publishers = new Set<Publish>();
  readonly reported: unknown[] = [];

  allow(name: string) {
    return name === 'not-here' ? refuse('internal', 'Not from here.') : null;
  }

  welcome() {
    this.welcomes += 1;
    return { sequence: this.sequence, value: { state: this.state } };
  }

  subscribe(publish: Publish): () => void {
    this.publishers.add(publish);
    return () => void this.publishers.delete(publish);
  }

  report(error: unknown): string {
    this.reported.push(error);
    return 'abc123';
  }

  /** Counts on and tells; with `lost`, counts without telling. */
  change(payload: unknown, lost = false): void {
    this.sequence += 1;
    this.state = String(payload);
    if (lost) return;
    for (const publish of this.publishers) publish('changes', payload, this.sequence);
  }

  /** Tells something outside the numbered stream. */
  say(payload: unknown): void {
    for (const publish of this.publishers) publish('remark', payload, null);
  }

  #wait({ signal }: CallContext): Promise<never> {
    this.waiting += 1;
    return new Promise((_, reject) => {
      signal.addEventListener('abort', () => {
        this.aborted += 1;
        reject(new Error('aborted'));
      });
    });
  }
}
