import { describe, expect, it } from 'vitest';
import { watchLineSchema } from '../../../../../shared/contract/documents.ts';
import type { Changes } from '../../../../../shared/contract/snapshot.ts';
import { aListener, aProcess } from '../../../../fakes/rows.ts';
import { type CliRun, cliWith } from '../../../../helpers/run-cli-with.ts';

const shop = aProcess(812);
const api = aProcess(813, { name: 'python3' });
const at = '2026-01-02T04:05:00.000Z';

const changes = (change: Partial<Changes>): Changes => ({
  sequence: 2,
  scannedAt: at,
  listeners: [],
  removedListeners: [],
  processes: [],
  removedProcesses: [],
  events: [],
  ...change,
});

async function started(line: string): Promise<CliRun & { exitCode: Promise<number> }> {
  const cli = cliWith((core) => {
    core.processes = [shop];
    core.listeners = [aListener(3000, [shop]), aListener(80, [shop])];
  });
  const exitCode = cli.run(line);
  while (!cli.core.watching) await new Promise((resolve) => setImmediate(resolve));
  return { ...cli, exitCode };
}

const lines = ({ terminal }: CliRun) => terminal.out.map((line) => watchLineSchema.parse(JSON.parse(line)));

describe('watch', () => {
  it('prints what is there, then what changes, one document to a line', async () => {
    const cli = await started('watch --json');
    const opened = aListener(8000, [api]);
    cli.core.emitChanges(
      changes({
        listeners: [opened],
        processes: [api],
        events: [{ kind: 'opened', listenerId: opened.id, at }],
      }),
    );
    const moved = aListener(3000, [api]);
    cli.core.emitChanges(
      changes({ listeners: [moved], events: [{ kind: 'changed-owner', listenerId: moved.id, at }] }),
    );
    cli.core.emitChanges(
      changes({
        removedListeners: [opened.id],
        removedProcesses: [api.key],
        events: [{ kind: 'closed', listenerId: opened.id, at }],
      }),
    );
    cli.terminal.interrupt();
    expect(await cli.exitCode).toBe(0);
    expect(lines(cli).map(({ event, listener }) => [event, listener.port, listener.owners[0]?.pid])).toEqual([
      ['present', 80, 812],
      ['present', 3000, 812],
      ['opened', 8000, 813],
      ['changed-owner', 3000, 813],
      ['closed', 8000, 813],
    ]);
  });

  it('tells one line with the time for a person', async () => {
    const cli = await started('watch');
    cli.terminal.interrupt();
    await cli.exitCode;
    expect(cli.terminal.out[0]).toMatch(/^\d\d:04:05 {2}present {8}tcp 127\.0\.0\.1:80 {2}node \(pid 812\)$/);
  });

  it('sets the pace that was asked for and looks', async () => {
    const cli = await started('watch --interval 5000');
    expect(cli.core.watching).toEqual({ intervalMs: 5000 });
    expect(cli.core.isVisible).toBe(true);
    cli.terminal.interrupt();
    await cli.exitCode;
    expect(cli.core.isVisible).toBe(false);
    expect(cli.core.isClosed).toBe(true);
  });

  it('ends with 0 when its reader goes away', async () => {
    const cli = await started('watch');
    cli.terminal.closeOutput();
    expect(await cli.exitCode).toBe(0);
  });

  it('says once that the ports cannot be read, and once that they can again', async () => {
    const cli = await started('watch --json');
    cli.core.emitSource({ state: 'failing', lastError: 'too many open files' });
    cli.core.emitSource({ state: 'failing', lastError: 'too many open files' });
    cli.core.emitSource({ state: 'ok' });
    cli.terminal.interrupt();
    await cli.exitCode;
    expect(cli.terminal.messages).toEqual([
      'berth watch: the ports cannot be read: too many open files (still trying)',
      'berth watch: the ports can be read again.',
    ]);
  });
});
