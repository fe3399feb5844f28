import { spawn } from 'node:child_process';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { probeDocumentSchema } from '../../../shared/contract/documents.ts';
import { berth } from '../../helpers/berth.ts';
import { ownPort } from '../../helpers/own-port.ts';
import { probesHere } from './probes-here.ts';
import { startServer } from './start-server.ts';

const program = (name: string) => path.resolve(import.meta.dirname, '../../programs', name);

describe('berth probe', () => {
  test('prints one document about what answers', async () => {
    const port = await ownPort();
    startServer(process.execPath, [program('speak.mjs'), 'http', String(port)]);
    await (await probesHere()).listenerOn(port);
    const run = await berth('probe', String(port), '--json');
    expect(run.exitCode).toBe(0);
    const { results } = probeDocumentSchema.parse(JSON.parse(run.out));
    expect(results).toMatchObject([
      {
        plan: { class: 'on-request' },
        answer: { state: 'identified', http: { status: 200, title: 'Node here' } },
      },
    ]);
    expect(run.messages).toBe(`tcp 127.0.0.1:${port}: One HTTP request, GET /, unless it speaks first.\n`);
  });

  test('leaves a tunnel alone, says why and where it leads, and answers 1', async () => {
    const port = await ownPort();
    const words = [program('fragile.mjs'), String(port)];
    const child = spawn(process.execPath, words, { argv0: 'cloudflared', stdio: 'ignore' });
    onTestFinished(() => void child.kill('SIGKILL'));
    await (await probesHere()).listenerOn(port);
    const run = await berth('probe', String(port));
    expect(run.exitCode).toBe(1);
    expect(run.messages).toBe('');
    expect(run.out).toContain('  is          Cloudflare tunnel');
    expect(run.out).toContain(
      '  not probed  Berth leaves Cloudflare tunnel alone: a connection would go on to',
    );
    expect(child.exitCode).toBeNull();
  });
});
