import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  killDocumentSchema,
  killPlanDocumentSchema,
  listDocumentSchema,
} from '../../shared/contract/documents.ts';
import { type BerthRun, berth, finish, startBerth } from '../helpers/berth.ts';
import { hold, type StartedProgram, startProgram } from '../helpers/hold-ports.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const started: StartedProgram[] = [];

async function holding(...words: readonly string[]) {
  const holder = await hold(...words);
  started.push(holder);
  return { holder, ports: holder.ports.map(String), port: String(holder.ports[0]) };
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((program) => program.stop()));
});

const results = (run: BerthRun) => killDocumentSchema.parse(JSON.parse(run.out)).results;

describe('berth kill', () => {
  it('ends what listens, and the port can be bound afterwards', async () => {
    const { holder, port } = await holding('tcp:127.0.0.1:0');
    const run = await berth('kill', port, '--json');
    expect(run.exitCode).toBe(0);
    expect(results(run)).toMatchObject([{ port: Number(port), outcome: 'freed', signals: ['SIGTERM'] }]);
    expect(results(run)[0]?.processes).toMatchObject([{ pid: holder.pid, ended: true }]);
    expect(holder.hasEnded()).toBe(true);
    await bindOnce(Number(port));
  });

  it('says in a sentence what is so now', async () => {
    const { port } = await holding('tcp:127.0.0.1:0');
    const run = await berth('kill', port);
    expect(run).toMatchObject({ exitCode: 0, messages: '' });
    expect(run.out).toMatch(new RegExp(`^Port ${port} is free\\.[^\\n]+\\n$`));
  });

  it('answers 0 when nothing listens any more', async () => {
    const { holder, port } = await holding('tcp:127.0.0.1:0');
    await holder.stop();
    const run = await berth('kill', port, '--json');
    expect(run.exitCode).toBe(0);
    expect(results(run)).toMatchObject([{ outcome: 'gone', signals: [] }]);
  });

  it('ends nobody in a script when the process holds other ports too', async () => {
    const { holder, ports } = await holding('tcp:127.0.0.1:0', 'tcp:127.0.0.1:0');
    const [port = '', other = ''] = ports;
    const refused = await berth('kill', port, '--json');
    expect(refused.exitCode).toBe(1);
    expect(results(refused)).toMatchObject([{ outcome: 'refused' }]);
    expect(refused.messages).toContain(`tcp 127.0.0.1:${other}`);
    expect(holder.hasEnded()).toBe(false);

    const agreed = await berth('kill', port, '--json', '--yes');
    expect(agreed.exitCode).toBe(0);
    expect(results(agreed)).toMatchObject([{ port: Number(port), outcome: 'freed' }]);
  });

  it('ends both owners of a port on 127.0.0.1 and ::1 with --yes', async () => {
    const first = await holding('tcp:127.0.0.1:0');
    const second = await holding(`tcp:::1:${first.port}`);
    const run = await berth('kill', first.port, '--yes', '--json');
    expect(run.exitCode).toBe(0);
    expect([first.holder.hasEnded(), second.holder.hasEnded()]).toEqual([true, true]);
  });

  it('leaves alone a program with a UDP socket of the same number', async () => {
    const browser = await holding('udp:127.0.0.1:0');
    const server = await holding(`tcp:127.0.0.1:${browser.port}`);
    const run = await berth('kill', server.port, '--json');
    expect(run.exitCode).toBe(0);
    expect(results(run)[0]?.processes.map(({ pid }) => pid)).toEqual([server.holder.pid]);
    expect(browser.holder.hasEnded()).toBe(false);
  });

  it('frees a UDP port where no TCP listener is', async () => {
    const { holder, port } = await holding('udp:127.0.0.1:0');
    const run = await berth('kill', port, '--json');
    expect(run.exitCode).toBe(0);
    expect(holder.hasEnded()).toBe(true);
  });

  it('does not ask the process first with --force', async () => {
    const { port } = await holding('tcp:127.0.0.1:0', 'ignore-terminate');
    const run = await berth('kill', port, '--force', '--json');
    expect(run.exitCode).toBe(0);
    expect(results(run)).toMatchObject([{ outcome: 'freed', signals: ['SIGKILL'] }]);
  });

  it('stops waiting on Ctrl-C and tells that the port is still held', async () => {
    const { holder, port } = await holding('tcp:127.0.0.1:0', 'ignore-terminate');
    const program = startBerth('kill', port, '--json');
    started.push(program);
    const run = finish(program);
    expect(await holder.nextLine()).toBe('terminated');
    program.child.kill('SIGINT');
    expect((await run).exitCode).toBe(1);
    expect(results(await run)).toMatchObject([{ outcome: 'survived', signals: ['SIGTERM'] }]);
    expect(holder.hasEnded()).toBe(false);
  });
});

describe('berth kill --dry-run', () => {
  it('prints what would end, and ends nothing', async () => {
    const { holder, ports } = await holding('tcp:127.0.0.1:0', 'tcp:127.0.0.1:0');
    const run = await berth('kill', ports[0] ?? '', '--dry-run', '--json');
    expect(run.exitCode).toBe(0);
    expect(killPlanDocumentSchema.parse(JSON.parse(run.out))).toMatchObject({
      needsConsent: true,
      targets: [
        {
          verdict: 'end',
          processes: [{ pid: holder.pid, role: 'owner' }],
          alsoCloses: [{ protocol: 'tcp', address: '127.0.0.1', port: Number(ports[1]) }],
        },
      ],
    });
    expect(holder.hasEnded()).toBe(false);
  });
});

describe('berth kill --project', () => {
  it('ends what listens for a project, and nothing else', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: path.basename(folder) }));
    const file = path.resolve(import.meta.dirname, '../programs/hold.mjs');
    const ours = startProgram(process.execPath, [file, 'tcp:127.0.0.1:0', 'tcp:127.0.0.1:0'], folder);
    started.push(ours);
    const ports = JSON.parse(await ours.nextLine()) as number[];
    const other = await holding('tcp:127.0.0.1:0');
    const run = await berth('kill', '--project', path.basename(folder), '--json');
    expect(results(run).map(({ port, outcome }) => [port, outcome])).toEqual(
      [...ports].sort((a, b) => a - b).map((port) => [port, 'freed']),
    );
    expect(run.exitCode).toBe(0);
    expect(other.holder.hasEnded()).toBe(false);
  });
});

describe('berth kill --pid', () => {
  it('ends the process whose start time ls told', async () => {
    const { holder, ports } = await holding('tcp:127.0.0.1:0', 'udp:127.0.0.1:0');
    const list = listDocumentSchema.parse(JSON.parse((await berth('ls', '--json')).out));
    const owner = list.listeners.flatMap(({ owners }) => owners).find(({ pid }) => pid === holder.pid);
    const run = await berth(
      'kill',
      '--pid',
      String(holder.pid),
      '--started',
      owner?.startTime ?? '',
      '--json',
    );
    expect(run.exitCode).toBe(0);
    expect(
      results(run)
        .map(({ port }) => String(port))
        .sort(),
    ).toEqual([...ports].sort());
    expect(holder.hasEnded()).toBe(true);
  });

  it('leaves alone a process that was started at another time', async () => {
    const { holder } = await holding('tcp:127.0.0.1:0');
    const run = await berth(
      'kill',
      '--pid',
      String(holder.pid),
      '--started',
      '2020-01-01T00:00:00.000Z',
      '--json',
    );
    expect(run.exitCode).toBe(1);
    expect(results(run)).toMatchObject([{ outcome: 'replaced', signals: [], newOwner: { pid: holder.pid } }]);
    expect(holder.hasEnded()).toBe(false);
  });
});

function bindOnce(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });
}
