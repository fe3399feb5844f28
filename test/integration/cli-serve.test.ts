import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { serveDocumentSchema } from '../../shared/contract/documents.ts';
import { berth, startBerth } from '../helpers/berth.ts';
import type { StartedProgram } from '../helpers/hold-ports.ts';
import { ownPort } from '../helpers/own-port.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const started: StartedProgram[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((program) => program.stop()));
});

async function aSite(): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'index.html'), 'from the terminal');
  return folder;
}

async function serve(...args: readonly string[]) {
  const program = startBerth('serve', ...args, '--json');
  started.push(program);
  return { program, document: serveDocumentSchema.parse(JSON.parse(await program.nextLine())) };
}

describe('berth serve', () => {
  it('serves until interrupted, and the port is free afterwards', async () => {
    const site = await aSite();
    const port = await ownPort();
    const { program, document } = await serve(site, '--port', String(port));
    expect(document).toMatchObject({ folder: site, url: `http://127.0.0.1:${port}/`, port });
    expect(await (await fetch(document.url)).text()).toBe('from the terminal');
    const exitCode = new Promise((resolve) => program.child.once('exit', resolve));
    program.child.kill('SIGINT');
    expect(await exitCode).toBe(0);
    await expect(fetch(document.url)).rejects.toThrow();
  });

  it('leaves no server behind when it is killed itself', async () => {
    const { program, document } = await serve(await aSite(), '--port', String(await ownPort()));
    const exit = new Promise((resolve) => program.child.once('exit', resolve));
    program.child.kill('SIGKILL');
    await exit;
    await expect
      .poll(() =>
        fetch(document.url).then(
          () => 'answers',
          () => 'gone',
        ),
      )
      .toBe('gone');
  });

  it('ends with 1 and says so when its server is killed', async () => {
    const { program, document } = await serve(await aSite(), '--port', String(await ownPort()));
    const exit = new Promise((resolve) => program.child.once('exit', resolve));
    const { out } = await berth('kill', String(document.port), '--yes', '--json');
    expect(JSON.parse(out)).toMatchObject({ results: [{ outcome: 'freed' }] });
    expect(await exit).toBe(1);
  });

  it('refuses a port that is taken, with its holder', async () => {
    const { document } = await serve(await aSite(), '--port', String(await ownPort()));
    const { exitCode, messages } = await berth('serve', await aSite(), '--port', String(document.port));
    expect(exitCode).toBe(1);
    expect(messages).toContain(`${document.port} is held by`);
    expect(messages).toContain(`(${document.pid})`);
  });

  it('says what a file, a missing folder and a forgotten one are', async () => {
    const site = await aSite();
    expect((await berth('serve', path.join(site, 'index.html'))).messages).toContain(
      `serve ${site} instead?`,
    );
    expect((await berth('serve', path.join(site, 'no'))).messages).toContain('There is no folder');
    const none = await berth('serve');
    expect(none).toMatchObject({ exitCode: 2, messages: expect.stringContaining('which folder?') });
  });

  it('takes a path in place of a command, and serves it when no Berth is running', async () => {
    const site = await aSite();
    await mkdir(path.join(site, 'inner'));
    const program = startBerth(path.join(site, 'inner'));
    started.push(program);
    expect(await program.nextLine()).toBe(`Serving ${path.join(site, 'inner')}`);
  });
});
