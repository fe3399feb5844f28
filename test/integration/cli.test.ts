import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  freeDocumentSchema,
  listDocumentSchema,
  showDocumentSchema,
} from '../../shared/contract/documents.ts';
import { berth, cliFile } from '../helpers/berth.ts';
import { hold, type StartedProgram, startProgram } from '../helpers/hold-ports.ts';
import { python } from '../helpers/start-python.ts';

const started: StartedProgram[] = [];
const keep = <P extends StartedProgram>(program: P): P => {
  started.push(program);
  return program;
};

afterEach(async () => {
  await Promise.all(started.splice(0).map((program) => program.stop()));
});

async function serveFolder() {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'berth-served-')));
  const args = ['-u', '-m', 'http.server', '0', '--bind', '127.0.0.1'];
  const server = keep(startProgram(python, args, folder));
  const port = Number(/port (\d+)/.exec(await server.nextLine())?.[1]);
  return { server, port, folder };
}

describe('berth ls', () => {
  it('lists a real server with its owner, command and folder', async () => {
    const { server, port, folder } = await serveFolder();
    const run = await berth('ls', '--json');
    expect(run.exitCode).toBe(0);
    const document = listDocumentSchema.parse(JSON.parse(run.out));
    const rows = document.listeners.filter((listener) => listener.port === port);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ protocol: 'tcp', family: 4, address: '127.0.0.1', reach: 'machine' });
    expect(rows[0]?.owners).toMatchObject([{ pid: server.pid, cwd: folder }]);
    expect(rows[0]?.owners[0]?.command.slice(1)).toEqual([
      '-u',
      '-m',
      'http.server',
      '0',
      '--bind',
      '127.0.0.1',
    ]);
  });

  it('prints one document and nothing else with --json', async () => {
    const run = await berth('--json');
    expect(run.out.trimEnd().split('\n')).toHaveLength(1);
    expect(run.messages).toBe('');
  });

  it('shows the server in the table, without colours in a pipe', async () => {
    const { server, port } = await serveFolder();
    const { out } = await berth();
    const row = out.split('\n').find((line) => line.includes(` ${server.pid} `));
    expect(row?.trim().split(/\s+/).slice(0, 4)).toEqual([String(port), 'tcp', '127.0.0.1', 'machine']);
    expect(out).not.toContain('\x1b');
  });

  it('lists UDP sockets and tells the two protocols apart', async () => {
    const holder = keep(await hold('udp:127.0.0.1:0', 'tcp:[::1]:0'.replace(/[[\]]/g, '')));
    const ports = async (flag: string) => {
      const { out } = await berth('ls', '--json', flag);
      const document = listDocumentSchema.parse(JSON.parse(out));
      return document.listeners
        .filter(({ owners }) => owners.some(({ pid }) => pid === holder.pid))
        .map(({ port }) => port);
    };
    expect(await ports('--udp')).toEqual([holder.ports[0]]);
    expect(await ports('--tcp')).toEqual([holder.ports[1]]);
  });

  it('ends quietly when its reader has seen enough', () => {
    const script = `"${process.execPath}" "${cliFile}" ls | head -1; echo "\${PIPESTATUS[0]}"`;
    const run = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
    expect(run.stdout.split('\n')[0]).toContain('PORT');
    expect(run.stdout.trim().split('\n').at(-1)).toBe('0');
    expect(run.stderr).not.toMatch(/EPIPE|at .*\(/);
  });

  it('ends quietly when nobody reads at all', () => {
    const script = `set -o pipefail; "${process.execPath}" "${cliFile}" ls --json | true`;
    const run = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
  });

  it.runIf(process.platform === 'linux')('says so when the result cannot be written', () => {
    const run = spawnSync('bash', ['-c', `"${process.execPath}" "${cliFile}" ls --json > /dev/full`], {
      encoding: 'utf8',
    });
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/^berth: the result could not be written: .*no space.*\n$/i);
  });
});

describe('berth show', () => {
  it('answers for a real port', async () => {
    const holder = keep(await hold('tcp:127.0.0.1:0', 'tcp:127.0.0.1:0'));
    const [port, other] = holder.ports;
    const json = await berth('show', String(port), '--json');
    expect(json.exitCode).toBe(0);
    const document = showDocumentSchema.parse(JSON.parse(json.out));
    expect(document.listeners.map(({ owners }) => owners[0]?.pid)).toEqual([holder.pid]);

    const text = await berth('show', String(port));
    expect(text.exitCode).toBe(0);
    expect(text.out).toContain(`(pid ${holder.pid})`);
    expect(text.out).toMatch(/command +\S*node \S*hold\.mjs tcp:127\.0\.0\.1:0/);
    expect(text.out).toMatch(new RegExp(`also on +tcp 127\\.0\\.0\\.1:${other}`));
  });

  it('answers 1 for a port where nothing listens', async () => {
    const holder = await hold('tcp:127.0.0.1:0');
    await holder.stop();
    const run = await berth('show', String(holder.ports[0]), '--json');
    expect(run.exitCode).toBe(1);
    expect(showDocumentSchema.parse(JSON.parse(run.out)).listeners).toEqual([]);
  });
});

describe('berth free', () => {
  it('finds ports that can be bound', async () => {
    const run = await berth('free', '--count', '3', '--json');
    expect(run.exitCode).toBe(0);
    const { ports } = freeDocumentSchema.parse(JSON.parse(run.out));
    expect(new Set(ports).size).toBe(3);
    for (const port of ports) await bindOnce(port);
  });

  it('answers 1 when the only port of the range is held', async () => {
    const holder = keep(await hold('tcp:127.0.0.1:0'));
    const [port] = holder.ports;
    const run = await berth('free', '--range', `${port}-${port}`, '--json');
    expect(run.exitCode).toBe(1);
    expect(freeDocumentSchema.parse(JSON.parse(run.out)).ports).toEqual([]);
    expect(run.messages).toMatch(/^berth free: .+\n$/);
  });
});

describe('berth', () => {
  it.each([
    [['kill', 'abc'], /^berth kill: abc is not a port: [^\n]+\n$/],
    [['kill', '70000'], /^berth kill: 70000 is not a port: give a whole number from 1 to 65535\.\n$/],
    [['frobnicate'], /^berth: frobnicate is not a command\. [^\n]+\n$/],
    [['ls', '--nonsense'], /^berth ls: unknown option --nonsense: [^\n]+\n$/],
  ])('%j is refused with one sentence and exit code 2', async (args, sentence) => {
    const run = await berth(...args);
    expect(run).toMatchObject({ exitCode: 2, out: '' });
    expect(run.messages).toMatch(sentence);
  });

  it('tells its version', async () => {
    expect((await berth('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('berth web', () => {
  it('prints one document with a link that answers, and ends with 0 when told to', async () => {
    const program = keep(startProgram(process.execPath, [cliFile, 'web', '--no-open', '--json']));
    const { webDocumentSchema } = await import('../../shared/contract/documents.ts');
    const document = webDocumentSchema.parse(JSON.parse(await program.nextLine()));
    expect(document.pid).toBe(program.pid);
    await new Promise<void>((resolve, reject) => {
      const socket = connect(document.port, '127.0.0.1', () => resolve(void socket.destroy()));
      socket.on('error', reject);
    });
    const ended = new Promise((resolve) => program.child.once('exit', resolve));
    program.child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});

function bindOnce(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });
}
