import { afterEach, describe, expect, test } from 'vitest';
import type { Pipe } from '../../shared/rpc/pipe.ts';
import { serveCalls } from '../../shared/rpc/serve-calls.ts';
import { TestService } from '../fakes/test-service.ts';
import { connectRecorded } from './recorded-client.ts';
import { until } from './until.ts';

export interface PipePair {
  readonly client: Pipe;
  readonly server: Pipe;
  /** Releases what the transport holds. */
  dispose(): Promise<void>;
}

/** What every transport has to do, whatever carries the messages. */
export function describePipe(transport: string, open: () => Promise<PipePair>): void {
  describe(`a connection over ${transport}`, () => {
    const opened: PipePair[] = [];
    const pair = async () => {
      const one = await open();
      opened.push(one);
      return one;
    };
    const connected = async () => {
      const { client, server } = await pair();
      const service = new TestService();
      serveCalls(server, service);
      const recorded = connectRecorded(client);
      await until(() => recorded.welcomes.length === 1, 'the welcome');
      return { service, clientPipe: client, serverPipe: server, ...recorded };
    };
    afterEach(async () => {
      for (const one of opened.splice(0)) await one.dispose();
    });

    test('is welcomed with the full state after hello', async () => {
      const { welcomes } = await connected();
      expect(welcomes).toEqual([{ state: 'first' }]);
    });

    test('answers a call with its result', async () => {
      const { client } = await connected();
      expect(await client.call('echo', { text: 'hello' })).toEqual({ ok: true, value: { text: 'hello' } });
    });

    test('carries every character unharmed', async () => {
      const { client } = await connected();
      const text = 'caf\u00e9 \u{1f6a2} \u2028 \0 "\\ </script> \ud800';
      expect(await client.call('echo', { text })).toEqual({ ok: true, value: { text } });
    });

    test('keeps the answers of many calls apart', async () => {
      const { client } = await connected();
      const texts = Array.from({ length: 50 }, (_, index) => `text ${index}`);
      const outcomes = await Promise.all(texts.map((text) => client.call('echo', { text })));
      expect(outcomes).toEqual(texts.map((text) => ({ ok: true, value: { text } })));
    });

    test('delivers an expected failure as a value', async () => {
      const { client } = await connected();
      const failure = { code: 'not-found', message: 'There is nothing there.' };
      expect(await client.call('fail-as-expected', {})).toEqual({ ok: false, failure });
    });

    test('hides a bug behind the id of its log entry', async () => {
      const { client, service } = await connected();
      const outcome = await client.call('throw-a-bug', {});
      expect(outcome).toMatchObject({ ok: false, failure: { code: 'internal' } });
      expect(JSON.stringify(outcome)).toContain('abc123');
      expect(JSON.stringify(outcome)).not.toContain('secret');
      expect(service.reported).toHaveLength(1);
    });

    test.each(['nonsense', '__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])(
      'refuses the unknown call %j and lives on',
      async (name) => {
        const { client } = await connected();
        expect(await client.call(name, {})).toMatchObject({ ok: false, failure: { code: 'unknown-call' } });
        expect(await client.call('echo', { text: 'still here' })).toMatchObject({ ok: true });
      },
    );

    test.each([{ text: 5 }, {}, null, [], 'text', { text: 'a', more: 1 }])(
      'refuses the arguments %j, naming the call',
      async (wrong) => {
        const { client } = await connected();
        const outcome = await client.call('echo', wrong as never);
        expect(outcome).toMatchObject({ ok: false, failure: { code: 'invalid-arguments' } });
        expect(JSON.stringify(outcome)).toContain('echo:');
      },
    );

    test('refuses a call that is not allowed here without running it', async () => {
      const { client } = await connected();
      expect(await client.call('not-here', {})).toMatchObject({
        ok: false,
        failure: { message: 'Not from here.' },
      });
    });

    test('refuses more calls at once than the door takes', async () => {
      const { client, service } = await connected();
      const aborts = Array.from({ length: 64 }, () => new AbortController());
      const running = aborts.map(({ signal }) => client.call('wait', {}, { signal }));
      expect(await client.call('echo', { text: 'one more' })).toMatchObject({
        failure: { code: 'too-many' },
      });
      await until(() => service.waiting === 64);
      for (const abort of aborts) abort.abort();
      await Promise.all(running);
      expect(await client.call('echo', { text: 'again' })).toMatchObject({ ok: true });
    });

    test('lets a call be cancelled', async () => {
      const { client, service } = await connected();
      const abort = new AbortController();
      const call = client.call('wait', {}, { signal: abort.signal });
      await until(() => service.waiting === 1);
      abort.abort();
      expect(await call).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    });

    test('refuses another protocol aloud and tells nothing', async () => {
      const { client, server } = await pair();
      const service = new TestService();
      serveCalls(server, service);
      const { failures, welcomes } = connectRecorded(client, 99);
      await until(() => failures.length === 1);
      expect(failures[0]?.code).toBe('version-mismatch');
      expect(welcomes).toEqual([]);
      expect(service.publishers.size).toBe(0);
    });

    test('refuses a call before hello', async () => {
      const { client, server } = await pair();
      serveCalls(server, new TestService());
      const answers: unknown[] = [];
      client.onMessage((message) => void answers.push(message));
      client.send({ type: 'call', id: 7, name: 'echo', arguments: { text: 'early' } });
      await until(() => answers.length === 1);
      expect(answers[0]).toMatchObject({ type: 'failure', id: 7, failure: { code: 'malformed' } });
    });

    test('refuses a call whose id is still in use and finishes the first', async () => {
      const { clientPipe, service } = await connected();
      const answers: unknown[] = [];
      clientPipe.onMessage((message) => void answers.push(message));
      clientPipe.send({ type: 'call', id: 7, name: 'wait', arguments: {} });
      clientPipe.send({ type: 'call', id: 7, name: 'echo', arguments: { text: 'second' } });
      await until(() => answers.length === 1);
      expect(answers[0]).toMatchObject({ id: 7, failure: { code: 'malformed' } });
      clientPipe.send({ type: 'cancel', id: 7 });
      await until(() => answers.length === 2);
      expect(answers[1]).toMatchObject({ id: 7, failure: { code: 'cancelled' } });
      expect(service.waiting).toBe(1);
    });

    test.each([
      null,
      5,
      'text',
      [],
      {},
      { type: 'welcome' },
      { type: 'call' },
      { type: 'call', id: -1, name: 'echo' },
      { type: 'call', id: 1.5, name: 'echo' },
      { type: 'call', id: 1, name: ['echo'] },
      { type: 'cancel', id: '1' },
      { type: '__proto__' },
      { type: 'hello', protocol: '1' },
    ])('answers the misshapen message %j and lives on', async (wrong) => {
      const { clientPipe } = await connected();
      const answers: unknown[] = [];
      clientPipe.onMessage((message) => void answers.push(message));
      clientPipe.send(wrong);
      await until(() => answers.length === 1);
      expect(answers[0]).toMatchObject({ type: 'failure', failure: { code: 'malformed' } });
      clientPipe.send({ type: 'call', id: 8, name: 'echo', arguments: { text: 'x' } });
      await until(() => answers.length === 2);
      expect(answers[1]).toMatchObject({ type: 'answer', id: 8 });
    });

    test('tells events in order, numbered or not', async () => {
      const { service, events } = await connected();
      service.change('one');
      service.say('aside');
      service.change('two');
      await until(() => events.length === 3);
      expect(events).toEqual([
        ['changes', 'one'],
        ['remark', 'aside'],
        ['changes', 'two'],
      ]);
    });

    test('asks for the full state when a number is missing', async () => {
      const { service, events, welcomes } = await connected();
      service.change('one');
      service.change('two', true);
      service.change('three');
      await until(() => welcomes.length === 2, 'the second welcome');
      expect(welcomes[1]).toEqual({ state: 'three' });
      service.change('four');
      await until(() => events.length === 2);
      expect(events).toEqual([
        ['changes', 'one'],
        ['changes', 'four'],
      ]);
    });

    test('delivers the full state of a long list', async () => {
      const { service, events } = await connected();
      const long = 'x'.repeat(3_000_000);
      service.say(long);
      await until(() => events.length === 1);
      expect(events[0]?.[1]).toBe(long);
    });

    test('keeps what arrives before somebody listens', async () => {
      const { client, server } = await pair();
      client.send({ number: 1 });
      client.send({ number: 2 });
      await new Promise((resolve) => setTimeout(resolve, 30));
      const received: unknown[] = [];
      server.onMessage((message) => void received.push(message));
      await until(() => received.length === 2);
      expect(received).toEqual([{ number: 1 }, { number: 2 }]);
    });

    test('when the client closes, stops its calls and its events', async () => {
      const { client, service, closed } = await connected();
      const call = client.call('wait', {});
      await until(() => service.waiting === 1);
      client.close();
      expect(await call).toMatchObject({ ok: false, failure: { code: 'disconnected' } });
      await until(() => service.aborted === 1 && service.publishers.size === 0);
      expect(closed).toHaveLength(1);
      expect(await client.call('echo', { text: 'late' })).toMatchObject({
        failure: { code: 'disconnected' },
      });
    });

    test('when the server closes, tells the client once', async () => {
      const { client, serverPipe, service, closed } = await connected();
      const call = client.call('wait', {});
      await until(() => service.waiting === 1);
      serverPipe.close('Enough.');
      serverPipe.close('Enough again.');
      serverPipe.send({ type: 'event', name: 'late', sequence: null, payload: 1 });
      expect(await call).toMatchObject({ ok: false, failure: { code: 'disconnected' } });
      await until(() => closed.length > 0);
      expect(closed).toHaveLength(1);
    });
  });
}
