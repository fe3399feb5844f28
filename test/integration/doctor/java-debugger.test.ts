import { spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startProgram } from '../../helpers/hold-ports.ts';
import { isLinux } from '../../helpers/is-linux.ts';
import { ownPort } from '../../helpers/own-port.ts';
import { diagnose } from './diagnose.ts';

const hasJava = isLinux && spawnSync('java', ['-version']).status === 0;
if (!hasJava) console.warn('SKIPPED: there is no java on this machine, so no real debugger was diagnosed.');

const cannotAttach = (port: number) =>
  `Unable to open debugger port (127.0.0.1:${port}): java.net.ConnectException "Connection refused"`;

/** A Java machine that waits for its debugger before it runs anything. */
async function startSuspended(): Promise<{ readonly pid: number; readonly port: number }> {
  const port = await ownPort();
  const options = `-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=127.0.0.1:${port}`;
  const java = startProgram('java', [options, '-version']);
  onTestFinished(() => java.stop());
  expect(await java.nextLine()).toContain(String(port));
  return { pid: java.pid, port };
}

/** Attaches as a debugger does, and lets the program stay suspended. */
function attach(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('JDWP-Handshake'));
    onTestFinished(() => void socket.destroy());
    socket.once('error', reject);
    socket.once('data', () => resolve());
  });
}

describe.skipIf(!hasJava)('a real Java debugger', () => {
  it('is found attached, when its listener is gone', async () => {
    const { pid, port } = await startSuspended();
    await attach(port);
    const found = await diagnose(cannotAttach(port));
    expect(found.cause).toBe('debugger-attached');
    expect(found.headline).toBe(`A debugger is attached to java on ${port}`);
    expect(found.checks.find(({ id }) => id === 'debugger-attached')?.evidence).toBe(`java, PID ${pid}`);
  });

  it('is what the error expects while it waits, and is not connected to', async () => {
    const { port } = await startSuspended();
    const found = await diagnose(cannotAttach(port), false);
    expect(found.cause).toBe('healthy');
    expect(found.checks.find(({ id }) => id === 'expected-program')?.state).toBe('ok');
  });

  it('is found on the port where it really waits', async () => {
    const { port } = await startSuspended();
    const asked = await ownPort();
    const found = await diagnose(cannotAttach(asked));
    expect(found.cause).toBe('debugger-elsewhere');
    expect(found.explanation).toContain(`127.0.0.1:${port}`);
  });
});
