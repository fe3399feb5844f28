import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { killTiming } from '../../../electron/core/processes/kill-timing.ts';
import { isLinux } from '../../helpers/is-linux.ts';
import { isAlive, kill, requestFor } from '../../helpers/linux-kill.ts';
import { ownPort } from '../../helpers/own-port.ts';
import { startProgram } from '../../helpers/start-program.ts';

/** BERTH_KILLS=1000 runs as many as are promised; the suite has less time. */
const kills = Number(process.env.BERTH_KILLS ?? 100);
const clients = 3;
const program = path.resolve(import.meta.dirname, '../../programs/serve_clients.py');

if (!isLinux) console.warn('SKIPPED: clients of real servers are tested on Linux only.');

describe.skipIf(!isLinux)('killPorts', () => {
  test(`ends a server ${kills} times and never one of its connected clients`, {
    timeout: 600_000,
  }, async () => {
    const port = await ownPort();
    const connected = await Promise.all(
      Array.from({ length: clients }, () => startProgram('reconnect.mjs', { args: [String(port)] })),
    );
    const pids = connected.map(({ pid }) => pid);
    for (let round = 0; round < kills; round += 1) {
      const server = spawn('/usr/bin/python3', [program, String(port), String(clients)], { stdio: 'pipe' });
      await once(server.stdout, 'data');
      // The clients are named as owners too: nothing but holding the port counts.
      const request = await requestFor(port, [server.pid ?? 0, ...pids], round % 2 === 0);
      const result = await kill(request, { timing: { ...killTiming, respawnWatchMs: 0 } });
      expect(result).toMatchObject({ outcome: 'freed', processes: [{ pid: server.pid }] });
      expect(pids.filter(isAlive)).toEqual(pids);
    }
  });
});
