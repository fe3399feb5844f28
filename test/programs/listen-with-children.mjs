// listen-with-children.mjs: a server that started a shell with a program in it, and detached a daemon in a session of its own.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { endWithInput } from './end-with-input.mjs';

endWithInput();
// No pipe leads to these, so they stay behind when this ends. They end by themselves after a minute.
const job = spawn('sh', ['-c', 'sleep 60; true'], { stdio: 'ignore' });
const daemon = spawn('sleep', ['60'], { stdio: 'ignore', detached: true });
const server = createServer().listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  setTimeout(
    () => console.log(JSON.stringify({ pid: process.pid, port, job: job.pid, daemon: daemon.pid })),
    100,
  );
});
