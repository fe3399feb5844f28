import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface SecondInstance {
  readonly argv: readonly string[];
  readonly folder: string;
  readonly additionalData: unknown;
}

/** Milliseconds that a second instance tries to reach the first. */
const patienceMs = 5000;

/** Sends what is in its environment and ends. In a program of its own because the answer is needed without a turn. */
const sender = `
  const socket = require('net').connect(process.env.SOCKET, () => socket.end(process.env.MESSAGE));
  socket.resume().on('close', () => process.exit()).on('error', () => process.exit(1));
`;

/**
 * Chromium's own way: a link in the user's data folder names the process that holds the lock, and a second process hands its command
 * line over a socket. Returns the release, or null when another process holds the lock and has been told.
 */
export function takeInstanceLock(
  folder: string,
  additionalData: unknown,
  onSecond: (instance: SecondInstance) => void,
): (() => void) | null {
  const lock = path.join(folder, 'StandInLock');
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 24);
  const socket = path.join(tmpdir(), `electron-host-${name}.sock`);
  mkdirSync(folder, { recursive: true });
  if (!link(lock)) {
    const message = JSON.stringify({ argv: process.argv, folder: process.cwd(), additionalData });
    // `execPath` names the stand-in; the program that runs is still Node.
    spawnSync(process.argv0, ['-e', sender], {
      env: { SOCKET: socket, MESSAGE: message, PATH: process.env.PATH },
      timeout: patienceMs,
    });
    return null;
  }
  rmSync(socket, { force: true });
  const server = listen(socket, onSecond);
  return () => {
    server.close();
    rmSync(lock, { force: true });
    rmSync(socket, { force: true });
  };
}

/** False when a living process holds the lock. */
function link(lock: string): boolean {
  for (;;) {
    try {
      symlinkSync(String(process.pid), lock);
      return true;
    } catch {
      if (isAlive(lock)) return false;
      rmSync(lock, { force: true });
    }
  }
}

function isAlive(lock: string): boolean {
  try {
    process.kill(Number(readlinkSync(lock)), 0);
    return true;
  } catch {
    return false;
  }
}

function listen(socket: string, onSecond: (instance: SecondInstance) => void): Server {
  const server = createServer({ allowHalfOpen: true }, (connection) => {
    let text = '';
    connection.on('data', (chunk) => {
      text += chunk;
    });
    connection.on('error', () => undefined);
    connection.on('end', () => {
      connection.end();
      onSecond(JSON.parse(text));
    });
  });
  server.listen(socket);
  server.unref();
  return server;
}
