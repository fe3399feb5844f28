import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { toWireIdentity } from '../../../electron/core/processes/identity.ts';
import { stopSupervisor } from '../../../electron/core/processes/stop-supervisor.ts';
import { stoppedSupervisorSchema } from '../../../shared/contract/kill-plan.ts';
import { isLinux } from '../../helpers/is-linux.ts';
import { canListen, isAlive, kill, killDependencies, plan, requestFor } from '../../helpers/linux-kill.ts';
import { ownPort } from '../../helpers/own-port.ts';
import { startProgram } from '../../helpers/start-program.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { waitForHolder } from '../../helpers/wait-for-holder.ts';

const server = path.resolve(import.meta.dirname, '../../programs/listen-while-parent.mjs');
const inTerminal = path.resolve(import.meta.dirname, '../../programs/in_terminal.py');
const supervisord = ['/usr/bin/supervisord', '/usr/local/bin/supervisord'].find(existsSync);

if (!isLinux) console.warn('SKIPPED: supervisors are tested on Linux only.');
if (!supervisord) console.warn('SKIPPED: supervisord is not installed (apt-get install supervisor).');

/** Starts something that runs until the test is over. */
function start(program: string, args: readonly string[]) {
  const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'] });
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
        setTimeout(() => child.kill('SIGKILL'), 5000).unref();
      }),
  );
  return child;
}

describe.skipIf(!isLinux)('killPorts and what a shell starts again', () => {
  test('names the shell whose loop starts a server again', async () => {
    const port = await ownPort();
    const loop = start('sh', ['-c', `while :; do "${process.execPath}" "${server}" ${port}; done`]);
    const { pid } = await waitForHolder(port);
    const result = await kill(await requestFor(port, [pid]));
    expect(result).toMatchObject({ outcome: 'respawned', supervisor: `sh (pid ${loop.pid})` });
    expect(result.newOwner?.pid).not.toBe(pid);
    expect(await canListen(port)).toBe(false);
  });

  // The pause is longer than the short watch: what is seen in that time is the `sleep` that the shell started.
  test('sees a loop that was typed into a terminal', async () => {
    const port = await ownPort();
    const terminal = start('/usr/bin/python3', [inTerminal, '80', 'bash', '--norc', '-i']);
    terminal.stdin.write(`while :; do sleep 0.4; "${process.execPath}" "${server}" ${port}; done\n`);
    const { pid } = await waitForHolder(port);
    const result = await kill(await requestFor(port, [pid]));
    expect(result.outcome).toBe('respawned');
    expect(result.supervisor).toMatch(/^bash \(pid \d+\)$/);
    expect(await canListen(port)).toBe(false);
  });

  test('frees the port of a program that was started in a terminal', async () => {
    const port = await ownPort();
    const terminal = start('/usr/bin/python3', [inTerminal, '80', 'bash', '--norc', '-i']);
    terminal.stdin.write(`"${process.execPath}" "${server}" ${port}\n`);
    const { pid } = await waitForHolder(port);
    const result = await kill(await requestFor(port, [pid]));
    expect(result).toMatchObject({ outcome: 'freed', processes: [{ pid }] });
    expect(await canListen(port)).toBe(true);
  });
});

describe.skipIf(!isLinux || !supervisord)('killPorts and supervisord', () => {
  async function supervised() {
    const folder = await temporaryFolder();
    const port = await ownPort();
    const file = path.join(folder, 'supervisord.conf');
    await writeFile(file, configuration(folder, port));
    const supervisor = start(supervisord ?? '', ['-n', '-c', file]);
    const { pid } = await waitForHolder(port);
    const command = ['supervisorctl', '-c', file, 'stop', 'web'];
    return { port, pid, command, name: `supervisord (pid ${supervisor.pid})` };
  }

  test('plans to stop it instead, with its own command', async () => {
    const { port, pid, command, name } = await supervised();
    const { targets, needsConsent } = await plan(await requestFor(port, [pid]));
    expect(targets).toMatchObject([{ verdict: 'stop-instead', supervisor: { name, command } }]);
    expect(targets[0]?.reason).toContain('would be started again by supervisord');
    expect(needsConsent).toBe(true);
  });

  test('names it when the program was ended all the same and came back', async () => {
    const { port, pid, command, name } = await supervised();
    const result = await kill(await requestFor(port, [pid]));
    expect(result).toMatchObject({ outcome: 'respawned', supervisor: name, supervisorCommand: command });
    expect(result.newOwner?.pid).not.toBe(pid);
    expect(result.message).toContain(`To keep the port free: ${command.join(' ')}`);
    expect(await canListen(port)).toBe(false);
  });

  test('frees the port by stopping it', async () => {
    const { port, pid, command } = await supervised();
    const target = { port, protocol: 'tcp' as const, owners: [await identityOf(pid)] };
    const outcome = await stopSupervisor({ target, command }, killDependencies());
    const stopped = stoppedSupervisorSchema.parse(outcome.ok ? outcome.value : null);
    expect(stopped).toMatchObject({ freed: true, exitCode: 0 });
    expect(stopped.output).toContain('web: stopped');
    expect(stopped.message).toBe(`Port ${port} is free after \`${command.join(' ')}\`.`);
    expect(await canListen(port)).toBe(true);
  });

  test('runs no other command than the one of the plan', async () => {
    const { port, pid, command } = await supervised();
    const target = { port, protocol: 'tcp' as const, owners: [await identityOf(pid)] };
    const other = [...command.slice(0, -1), 'all'];
    const outcome = await stopSupervisor({ target, command: other }, killDependencies());
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
    expect(isAlive(pid)).toBe(true);
    expect(await canListen(port)).toBe(false);
  });
});

describe.skipIf(!isLinux)('stopSupervisor', () => {
  test('says that the port is still held when the command did not help, with its last lines', async () => {
    const { told } = await startProgram('listen.mjs');
    const target = { port: told.port, protocol: 'tcp' as const, owners: [await identityOf(told.pid)] };
    const command = ['sh', '-c', 'echo cannot be done >&2; exit 3'];
    const containerOf = () => ({ id: 'c0ffee', name: 'shop', stopCommand: command });
    const outcome = await stopSupervisor({ target, command }, killDependencies({ containerOf }));
    expect(outcome).toMatchObject({
      ok: true,
      value: { freed: false, exitCode: 3, output: 'cannot be done' },
    });
    expect(isAlive(told.pid)).toBe(true);
  });

  test('says that the tool is missing', async () => {
    const { told } = await startProgram('listen.mjs');
    const target = { port: told.port, protocol: 'tcp' as const, owners: [await identityOf(told.pid)] };
    const command = ['no-such-tool-of-anybody', 'stop'];
    const containerOf = () => ({ id: 'c0ffee', name: 'shop', stopCommand: command });
    const outcome = await stopSupervisor({ target, command }, killDependencies({ containerOf }));
    expect(outcome).toMatchObject({ ok: true, value: { freed: false, exitCode: null } });
    expect(outcome.ok && outcome.value.message).toContain('is not installed');
  });

  test('has nothing to run for a program that nobody starts again', async () => {
    const { told } = await startProgram('listen.mjs');
    const target = { port: told.port, protocol: 'tcp' as const, owners: [await identityOf(told.pid)] };
    const outcome = await stopSupervisor({ target, command: ['true'] }, killDependencies());
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
  });
});

async function identityOf(pid: number) {
  const identity = (await killDependencies().processes.identify([pid])).get(pid);
  if (!identity) throw new Error(`${pid} has ended`);
  return toWireIdentity(identity);
}

function configuration(folder: string, port: number): string {
  const socket = path.join(folder, 's');
  return `
[unix_http_server]
file=${socket}
[supervisord]
logfile=/dev/null
logfile_maxbytes=0
pidfile=${path.join(folder, 'pid')}
[rpcinterface:supervisor]
supervisor.rpcinterface_factory = supervisor.rpcinterface:make_main_rpcinterface
[supervisorctl]
serverurl=unix://${socket}
[program:web]
command="${process.execPath}" "${server}" ${port}
autorestart=true
startsecs=0
`;
}
