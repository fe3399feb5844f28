import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCore } from '../../electron/core/create-core.ts';
import { delay, systemClock } from '../../electron/core/lib/clock.ts';
import { forkNodeProgram } from '../../electron/core/lib/fork-node-program.ts';
import { createStderrLog } from '../../electron/core/lib/stderr-log.ts';
import { inOwnNamespaces } from './in-own-namespaces.ts';

/**
 * Whether Berth connects to anything while automatic probing is off, as the kernel counts it. `BERTH_MINUTES` says for how
 * long. At the end it is turned on, to see that the count would have shown it.
 */
const minutes = Number(process.env.BERTH_MINUTES ?? 10);

if (process.argv[2] === undefined) inOwnNamespaces(fileURLToPath(import.meta.url), ['inside']);
else await stayQuiet();

async function stayQuiet(): Promise<void> {
  spawnSync('ip', ['link', 'set', 'lo', 'up']);
  const files = ['-m', 'http.server', '--bind', '127.0.0.1'];
  const servers = ['8001', '8002', '8003'].map((port) =>
    spawn('python3', [...files, port], { cwd: '/usr/share', stdio: 'ignore' }),
  );
  const core = createCore({
    version: '0.0.0',
    platform: 'linux',
    dataFolder: path.join(tmpdir(), `berth-quiet-${process.pid}`),
    clock: systemClock,
    log: createStderrLog('warn'),
    scanWorkerFile: null,
    folderProgramFile: '',
    startNodeProgram: forkNodeProgram,
  });
  await core.changeSettings({ automaticProbing: 'off' });
  await core.startWatching();
  core.attend().setVisible(true);

  const before = opened();
  await delay(minutes * 60_000);
  console.log(`${core.snapshot().listeners.length} listeners seen, ${core.snapshot().sequence} changes told`);
  console.log(`off:  ${opened() - before} connections opened in ${minutes} minutes, as the kernel counts`);
  if (opened() !== before) process.exitCode = 1;

  await core.changeSettings({ automaticProbing: 'safe' });
  await delay(8000);
  console.log(
    `safe: ${opened() - before} connections opened in 8 seconds, ${core.probes.answers().length} answers`,
  );
  if (opened() === before) process.exitCode = 1;
  await core.close();
  for (const server of servers) server.kill();
}

/** Connections that anybody in this network namespace opened so far. */
function opened(): number {
  const [names = '', values = ''] = readFileSync('/proc/self/net/snmp', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('Tcp:'));
  return Number(values.split(' ')[names.split(' ').indexOf('ActiveOpens')]);
}
