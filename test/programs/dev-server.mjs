/**
 * dev-server.mjs PORT: starts a server of its own behind pipes, as npm and concurrently do, passes on what it prints, and ends
 * with it.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';

const server = path.resolve(import.meta.dirname, 'serve-and-stay.mjs');
const child = spawn(process.execPath, [server, process.argv[2], '--mode', 'development'], {
  env: { ...process.env, DEV_SERVER: 'yes', npm_lifecycle_event: 'dev' },
});
child.stdout.pipe(process.stdout);
child.stderr.pipe(process.stderr);
child.once('exit', (code) => process.exit(code ?? 1));
