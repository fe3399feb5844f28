import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { CallTypes } from '../../shared/contract/calls.ts';
import { webDocumentSchema } from '../../shared/contract/documents.ts';
import { protocolVersion, type Welcome, welcomeSchema } from '../../shared/contract/welcome.ts';
import { connectCalls } from '../../shared/rpc/connect-calls.ts';
import { admittedBrowser } from '../helpers/admitted-browser.ts';
import { finish } from '../helpers/berth.ts';
import { hold, type StartedProgram, startProgram } from '../helpers/hold-ports.ts';
import { clientPipe, openPageSocket } from '../helpers/page-socket.ts';
import { until } from '../helpers/until.ts';

const webFile = path.resolve(import.meta.dirname, '../../dist/node/web.js');
if (!existsSync(webFile)) throw new Error('The browser shell is not built: run npm run build first.');
process.env.BERTH_DATA = mkdtempSync(path.join(tmpdir(), 'berth-web-'));

const started: StartedProgram[] = [];
afterEach(async () => {
  for (const program of started.splice(0)) await program.stop();
});

function startWeb(...args: string[]): StartedProgram {
  const program = startProgram(process.execPath, [webFile, '--no-open', ...args]);
  started.push(program);
  return program;
}

async function startWebJson() {
  const program = startWeb('--json');
  return { program, ...webDocumentSchema.parse(JSON.parse(await program.nextLine())) };
}

/** A page's connection to the program, with the list kept as a page keeps it: the first state and the changes after it. */
async function connectPage(web: { readonly url: string; readonly port: number }) {
  const host = `127.0.0.1:${web.port}`;
  const told = { welcomes: [] as Welcome[], opened: [] as string[], closes: [] as string[] };
  const socket = await openPageSocket({ host, ...(await admittedBrowser(web)) });
  const client = connectCalls<CallTypes>(clientPipe(socket), {
    protocol: protocolVersion,
    onWelcome: (value) => told.welcomes.push(welcomeSchema.parse(value)),
    onEvent: (name, payload) => {
      if (name !== 'changes') return;
      for (const { id } of (payload as { listeners: { id: string }[] }).listeners) told.opened.push(id);
    },
    onFailure: () => undefined,
    onClose: (reason) => told.closes.push(reason),
  });
  await until(() => told.welcomes.length === 1, 'the welcome');
  return { client, ...told };
}

test('prints one line with the link and ends with 0 when it is asked to', async () => {
  const program = startWeb();
  const run = finish(program);
  await program.nextLine();
  program.child.kill('SIGTERM');
  const { exitCode, out, messages } = await run;
  expect(out).toMatch(/^Berth is open at http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}\n$/);
  expect([exitCode, messages]).toEqual([0, '']);
});

test('ends with 0 on Ctrl-C while a page is connected, and the page hears of it', async () => {
  const { program, ...web } = await startWebJson();
  const { closes } = await connectPage(web);
  const run = finish(program);
  program.child.kill('SIGINT');
  expect((await run).exitCode).toBe(0);
  await until(() => closes.length === 1);
});

test('tells a page what listens here, and what opens later, without being asked', async () => {
  const earlier = await hold('tcp:127.0.0.1:0');
  started.push(earlier);
  const { program: _, ...web } = await startWebJson();
  const { welcomes, opened } = await connectPage(web);
  const row = welcomes[0]?.snapshot.listeners.find(({ port }) => port === earlier.ports[0]);
  expect(row?.owners[0]).toMatch(new RegExp(`^${earlier.pid}@`));
  expect(welcomes[0]?.host.pid).toBe(web.pid);

  const later = await hold('tcp:127.0.0.1:0');
  started.push(later);
  await until(() => opened.some((id) => id.includes(String(later.ports[0]))), 'the new listener');
});

test('serves the built page and all that it names', async () => {
  const { program: _, ...web } = await startWebJson();
  const headers = { cookie: (await admittedBrowser(web)).cookie };
  const page = await (await fetch(`http://127.0.0.1:${web.port}/`, { headers })).text();
  const files = [...page.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+)"/g)].map((match) => match[1]);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const answer = await fetch(`http://127.0.0.1:${web.port}/${file}`, { headers });
    expect([file, answer.status]).toEqual([file, 200]);
  }
});

test('a wanted port that is held ends it with 1 and one sentence that names the holder', async () => {
  const holder = await hold('tcp:127.0.0.1:0');
  started.push(holder);
  const port = String(holder.ports[0]);
  const { exitCode, out, messages } = await finish(startWeb('--port', port));
  expect([exitCode, out]).toEqual([1, '']);
  expect(messages).toBe(
    `berth: Port ${port} is held by node (pid ${holder.pid}); ` +
      'choose another with --port, or leave --port out and Berth finds one.\n',
  );
});

test.each([['--port', 'abc'], ['--port', '70000'], ['--what']])(
  'does not understand %s %s and says so with 2',
  async (...args) => {
    const { exitCode, out, messages } = await finish(startWeb(...args.filter((word) => word !== undefined)));
    expect([exitCode, out]).toEqual([2, '']);
    expect(messages).toMatch(/^berth: .+\.\n$/);
  },
);

test('goes on when the reader of its one line goes away', async () => {
  const { program, ...web } = await startWebJson();
  program.child.stdout.destroy();
  program.child.stderr.destroy();
  const { client } = await connectPage(web);
  expect(await client.call('ports.refresh', {})).toMatchObject({ ok: true });
});

test('says on standard error how to open the link where there is no browser', async () => {
  const program = startProgram('env', ['-u', 'DISPLAY', '-u', 'WAYLAND_DISPLAY', process.execPath, webFile]);
  started.push(program);
  const run = finish(program);
  await once(program.child.stderr, 'data');
  program.child.kill('SIGTERM');
  const { exitCode, out, messages } = await run;
  expect([exitCode, out.split('\n').length]).toEqual([0, 2]);
  expect(messages).toMatch(/No browser could be opened here\..* ssh -L (\d+):127\.0\.0\.1:\1 /);
});
