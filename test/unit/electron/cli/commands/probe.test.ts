import { describe, expect, it } from 'vitest';
import { probeDocumentSchema } from '../../../../../shared/contract/documents.ts';
import type { Listener } from '../../../../../shared/contract/ports.ts';
import type { ProbeAnswer, ProbePlan } from '../../../../../shared/contract/probes.ts';
import { fail, succeed } from '../../../../../shared/rpc/failure.ts';
import { aListener, aProcess } from '../../../../fakes/rows.ts';
import { cliWith } from '../../../../helpers/run-cli-with.ts';

const owner = aProcess(812);
const v4 = aListener(3000, [owner]);
const v6 = aListener(3000, [owner], { address: '::1' });

function answer(listener: Listener, change: Partial<ProbeAnswer> = {}): ProbeAnswer {
  return {
    listenerId: listener.id,
    owners: [...listener.owners],
    at: '2026-01-02T04:04:05.670Z',
    trigger: 'request',
    state: 'identified',
    connectMs: 0.4,
    durationMs: 260.6,
    protocol: 'http',
    product: 'nginx',
    productVersion: '1.22.1',
    http: null,
    tls: null,
    connections: 1,
    bytesSent: 129,
    bytesReceived: 302,
    steps: ['GET / HTTP/1.1'],
    message: 'HTTP 200, "Shop\u001b[31m", nginx 1.22.1.',
    ...change,
  };
}

const asked: Omit<ProbePlan, 'listenerId'> = {
  class: 'on-request',
  reason: 'Only on request.',
  sends: 'One request.',
};
const refused: Omit<ProbePlan, 'listenerId'> = { class: 'never', reason: 'A tunnel.', sends: null };

interface World {
  readonly listeners?: readonly Listener[];
  readonly plans?: Readonly<Record<string, Omit<ProbePlan, 'listenerId'>>>;
  readonly answers?: Readonly<Record<string, ProbeAnswer>>;
}

function probing({ listeners = [v4], plans = {}, answers = {} }: World) {
  const probed: string[] = [];
  const cli = cliWith((core) => {
    core.listeners = listeners;
    core.processes = [owner];
    Object.assign(core.probes, {
      plan: async (id: string) => succeed({ listenerId: id, ...(plans[id] ?? asked) }),
      run: async (id: string) => {
        probed.push(id);
        const found = answers[id];
        return found ? succeed(found) : fail('not-found', 'Nothing listens there any more.');
      },
    });
  });
  return { ...cli, probed };
}

describe('probe', () => {
  it('says what will be sent before, and what answered after', async () => {
    const { run, terminal } = probing({ answers: { [v4.id]: answer(v4) } });
    expect(await run('probe 3000')).toBe(0);
    expect(terminal.messages).toEqual(['tcp 127.0.0.1:3000: One request.']);
    expect(terminal.outText.split('\n')).toEqual([
      'tcp 127.0.0.1:3000',
      '  answers     HTTP 200, "Shop\\x1b[31m", nginx 1.22.1.',
      '  sent        GET / HTTP/1.1',
      '  cost        1 connection, 129 bytes sent, 302 received, 261 ms',
    ]);
  });

  it('probes every listener of the port that may be', async () => {
    const { run, terminal, probed } = probing({
      listeners: [v4, v6, aListener(3001, [owner])],
      plans: { [v4.id]: refused },
      answers: { [v6.id]: answer(v6) },
    });
    expect(await run('probe 3000')).toBe(0);
    expect(probed).toEqual([v6.id]);
    expect(terminal.outText).toContain('  not probed  A tunnel.');
  });

  it('tells what a listener is that must not be touched, and answers 1', async () => {
    const identity = {
      kind: 'tunnel',
      product: 'SSH tunnel',
      target: 'db:5432 via bastion',
      confidence: 'certain',
      source: 'command-line',
      evidence: '-L 3000:db:5432',
    } as const;
    const { run, terminal, probed } = probing({
      listeners: [{ ...v4, identity }],
      plans: { [v4.id]: refused },
    });
    expect(await run('probe 3000')).toBe(1);
    expect(probed).toEqual([]);
    expect(terminal.outText).toContain('  is          SSH tunnel, db:5432 via bastion (-L 3000:db:5432)');
  });

  it('answers 1 when nothing was said', async () => {
    const silent = answer(v4, { state: 'silent', protocol: null, message: 'It says nothing.' });
    const { run, terminal } = probing({ answers: { [v4.id]: silent } });
    expect(await run('probe 3000')).toBe(1);
    expect(terminal.outText).toContain('  silent      It says nothing.');
  });

  it('prints one document of the contract, with the notes that only the interface needs left out', async () => {
    const listener = { ...v4, probing: 'on-request', localhost: null, folderId: null } as const;
    const { run, terminal } = probing({ listeners: [listener], answers: { [v4.id]: answer(v4) } });
    expect(await run('probe 3000 --json')).toBe(0);
    const document = probeDocumentSchema.parse(JSON.parse(terminal.outText));
    expect(document).toMatchObject({ port: 3000, results: [{ answer: { product: 'nginx' } }] });
  });

  it('says when nothing listens', async () => {
    const { run, terminal } = probing({ listeners: [] });
    expect(await run('probe 3000')).toBe(1);
    expect(terminal.messages).toEqual(['Nothing listens on port 3000.']);
    expect(terminal.outText).toBe('');
  });

  it('says when the listener left meanwhile', async () => {
    const { run, terminal } = probing({});
    expect(await run('probe 3000')).toBe(1);
    expect(terminal.messages.at(-1)).toBe('tcp 127.0.0.1:3000: Nothing listens there any more.');
  });

  it('wants a port', async () => {
    expect(await probing({}).run('probe')).toBe(2);
  });
});
