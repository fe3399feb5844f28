import { describe, expect, it } from 'vitest';
import type { Doctor } from '../../../../../electron/core/doctor/doctor.ts';
import type { Diagnosis } from '../../../../../shared/contract/doctor.ts';
import { doctorDocumentSchema } from '../../../../../shared/contract/documents.ts';
import { cliWith } from '../../../../helpers/run-cli-with.ts';

const diagnosis: Diagnosis = {
  at: '2026-01-02T04:04:05.670Z',
  complaint: { symptom: 'in-use', port: 3000, host: null, tool: 'Node.js', expects: null, side: 'server' },
  cause: 'someone-else-listens',
  severity: 'problem',
  headline: 'node already listens on 127.0.0.1:3000',
  explanation: 'node (PID 7), started 2 hours ago, holds the port.',
  fixes: [
    { kind: 'kill', label: 'Kill node', listenerId: 'tcp/127.0.0.1/3000' },
    { kind: 'use-port', label: 'Use 62895 instead', port: 62_895 },
  ],
  checks: [
    {
      id: 'something-listens',
      title: 'Nothing else listens on 127.0.0.1:3000',
      state: 'problem',
      evidence: 'node, PID 7',
    },
    {
      id: 'reserved-port',
      title: 'The operating system reserves this port',
      state: 'neutral',
      evidence: 'no',
    },
  ],
};

function doctorThatSays(said: Partial<Diagnosis> = {}) {
  const asked: { text: string; connect: boolean }[] = [];
  const run = cliWith((core) => {
    const diagnose: Doctor['diagnose'] = async (request) => {
      asked.push(request);
      return { ...diagnosis, ...said };
    };
    Object.assign(core, { doctor: { diagnose } });
  });
  return { ...run, asked };
}

describe('berth doctor', () => {
  it('prints the verdict, what can be done, and the numbered checks', async () => {
    const { run, terminal } = doctorThatSays();
    expect(await run('doctor 3000')).toBe(1);
    expect(terminal.outText).toBe(
      [
        'node already listens on 127.0.0.1:3000',
        'node (PID 7), started 2 hours ago, holds the port.',
        '',
        '  - Kill node: berth kill 3000',
        '  - Use 62895 instead: port 62895 is free',
        '',
        ' 1  NO    Nothing else listens on 127.0.0.1:3000   node, PID 7',
        ' 2  -     The operating system reserves this port  no',
      ].join('\n'),
    );
  });

  it('answers 0 only when nothing is wrong', async () => {
    expect(await doctorThatSays({ severity: 'ok' }).run('doctor 3000')).toBe(0);
    expect(await doctorThatSays({ severity: 'attention' }).run('doctor 3000')).toBe(1);
    expect(await doctorThatSays({ severity: 'unknown' }).run('doctor hello')).toBe(1);
  });

  it('prints one document of its schema', async () => {
    const { run, terminal } = doctorThatSays();
    await run('doctor 3000 --json');
    expect(doctorDocumentSchema.parse(JSON.parse(terminal.outText))).toEqual({ version: 1, ...diagnosis });
  });

  it('takes the words of an error without quotes', async () => {
    const { run, asked } = doctorThatSays();
    await run('doctor Error: connect ECONNREFUSED ::1:3000');
    expect(asked).toEqual([{ text: 'Error: connect ECONNREFUSED ::1:3000', connect: true }]);
  });

  it('reads standard input for a dash', async () => {
    const { run, asked, terminal } = doctorThatSays();
    terminal.input = 'listen tcp :8080: bind: address already in use\n';
    await run('doctor - --no-connect');
    expect(asked).toEqual([{ text: 'listen tcp :8080: bind: address already in use\n', connect: false }]);
  });

  it('asks what is wrong where nothing was given', async () => {
    const { run, terminal } = doctorThatSays();
    expect(await run('doctor')).toBe(2);
    expect(terminal.messageText).toContain('berth doctor 3000');
  });

  it('shows no control character that a program chose', async () => {
    const { run, terminal } = doctorThatSays({ headline: 'evil\u001b[2J\u202e listens' });
    await run('doctor 3000');
    expect(terminal.outText).toContain('evil\\x1b[2J\\u202e listens');
  });
});
