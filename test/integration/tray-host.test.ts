import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { hasTrayHost } from '../../electron/desktop/system/has-tray-host.ts';
import { startProgram } from '../helpers/start-program.ts';

const watcher = 'org.kde.StatusNotifierWatcher';

function hasBus(): boolean {
  try {
    execFileSync('dbus-daemon', ['--version'], { stdio: 'ignore' });
    execFileSync('sh', ['-c', 'command -v gdbus || command -v busctl || command -v dbus-send'], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    console.warn('SKIPPED: there is no D-Bus here.');
    return false;
  }
}

/** A session bus for this test alone. */
async function openBus() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'berth-bus-'));
  const socket = path.join(folder, 'bus');
  const address = `unix:path=${socket}`;
  const daemon = spawn('dbus-daemon', ['--session', '--nofork', `--address=${address}`, '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => {
    daemon.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  await once(daemon.stdout, 'data');
  return { socket, env: { DBUS_SESSION_BUS_ADDRESS: address } };
}

describe.skipIf(!hasBus())('on a Linux desktop', () => {
  test('there is no tray as long as nobody watches for icons', async () => {
    const { env } = await openBus();
    expect(await hasTrayHost(env)).toBe(false);
  });

  test('there is one when somebody does', async () => {
    const { socket, env } = await openBus();
    await startProgram('own-bus-name.mjs', { args: [socket, watcher] });
    expect(await hasTrayHost(env)).toBe(true);
  });

  test('somebody with another name is none', async () => {
    const { socket, env } = await openBus();
    await startProgram('own-bus-name.mjs', { args: [socket, 'org.kde.StatusNotifierWatcher2'] });
    expect(await hasTrayHost(env)).toBe(false);
  });

  test('without a bus there is none', async () => {
    expect(await hasTrayHost({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' })).toBe(false);
  });
});
