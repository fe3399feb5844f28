import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type WatchLine, watchLineSchema } from '../../shared/contract/documents.ts';
import { startBerth } from '../helpers/berth.ts';
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

async function lineAbout(program: StartedProgram, port: number): Promise<WatchLine> {
  for (;;) {
    const line = watchLineSchema.parse(JSON.parse(await program.nextLine()));
    if (line.listener.port === port) return line;
  }
}

function exitCodeOf({ child }: StartedProgram): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', resolve));
}

describe('berth watch', () => {
  it('tells what is there, what opens and what closes, and ends with 0 on Ctrl-C', async () => {
    const present = keep(await hold('tcp:127.0.0.1:0'));
    const program = keep(startBerth('watch', '--json', '--interval', '250'));
    const there = await lineAbout(program, present.ports[0] ?? 0);
    expect(there).toMatchObject({ event: 'present', listener: { owners: [{ pid: present.pid }] } });

    const late = keep(await hold('tcp:127.0.0.1:0'));
    const opened = await lineAbout(program, late.ports[0] ?? 0);
    expect(opened).toMatchObject({ event: 'opened', listener: { owners: [{ pid: late.pid }] } });

    await late.stop();
    const closed = await lineAbout(program, late.ports[0] ?? 0);
    expect(closed).toMatchObject({ event: 'closed', listener: { owners: [{ pid: late.pid }] } });

    const exitCode = exitCodeOf(program);
    program.child.kill('SIGINT');
    expect(await exitCode).toBe(0);
  });

  it.skipIf(process.platform === 'win32')('tells when a port changes hands', async () => {
    const file = path.resolve(import.meta.dirname, '../programs/hand_over.py');
    const first = keep(startProgram(python, ['-u', file]));
    const port = Number(await first.nextLine());
    const program = keep(startBerth('watch', '--json', '--interval', '250'));
    expect(await lineAbout(program, port)).toMatchObject({
      event: 'present',
      listener: { owners: [{ pid: first.pid }] },
    });

    first.child.stdin.write('\n');
    const heir = Number(await first.nextLine());
    const owners = async () => {
      const line = await lineAbout(program, port);
      expect(line.event).toBe('changed-owner');
      return line.listener.owners.map(({ pid }) => pid);
    };
    while ((await owners()).join() !== String(heir));
    await first.stop();
    expect((await lineAbout(program, port)).event).toBe('closed');
  });

  it('ends with 0 when it is told to, however long its interval', async () => {
    const first = keep(await hold('tcp:127.0.0.1:0'));
    const program = keep(startBerth('watch', '--json', '--interval', '60000'));
    await lineAbout(program, first.ports[0] ?? 0);
    const exitCode = exitCodeOf(program);
    program.child.kill('SIGTERM');
    expect(await exitCode).toBe(0);
  });

  it('ends with 0 when its reader goes away', async () => {
    const holder = keep(await hold('tcp:127.0.0.1:0'));
    const program = keep(startBerth('watch', '--interval', '250'));
    await program.nextLine();
    const exitCode = exitCodeOf(program);
    program.child.stdout.destroy();
    await holder.stop();
    expect(await exitCode).toBe(0);
  });
});
