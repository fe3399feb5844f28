import { expect, it } from 'vitest';
import { doctorDocumentSchema } from '../../../shared/contract/documents.ts';
import { berth, finish, startBerth } from '../../helpers/berth.ts';
import { ownPort } from '../../helpers/own-port.ts';
import { startProgram } from '../../helpers/start-program.ts';

it('is content with a server that answers, and exits with 0', async () => {
  const { told } = await startProgram('answer.mjs', { args: ['127.0.0.1', '0'] });
  const run = await berth('doctor', `http://127.0.0.1:${told.port}`, '--json');
  expect(run).toMatchObject({ exitCode: 0, messages: '' });
  const document = doctorDocumentSchema.parse(JSON.parse(run.out));
  expect(document).toMatchObject({ cause: 'healthy', severity: 'ok' });
  expect(document.checks.find(({ id }) => id === 'answers')?.evidence).toContain('HTTP 200');
});

it('tells a person what is wrong, and exits with 1', async () => {
  const port = await ownPort();
  const run = await berth('doctor', `Error: connect ECONNREFUSED 127.0.0.1:${port}`);
  expect(run).toMatchObject({ exitCode: 1, messages: '' });
  expect(run.out.split('\n')[0]).toBe(`Nothing listens on 127.0.0.1:${port}`);
});

it('reads the error from standard input', async () => {
  const { told } = await startProgram('listen.mjs');
  const program = startBerth('doctor', '-', '--json', '--no-connect');
  program.child.stdin.end(`listen tcp 127.0.0.1:${told.port}: bind: address already in use\n`);
  const run = await finish(program);
  expect(run.exitCode).toBe(1);
  expect(doctorDocumentSchema.parse(JSON.parse(run.out))).toMatchObject({ cause: 'someone-else-listens' });
});
