// Listens on a free port of 127.0.0.1, shares the socket with a child of its own, and prints both pids and the port.
import { fork } from 'node:child_process';
import { createServer } from 'node:net';

if (process.argv[2] === 'child') {
  // Kept in a variable of the module, or the collector would close the shared socket.
  process.on('message', (_, server) => {
    globalThis.shared = server;
    process.send('ready');
  });
  process.on('disconnect', () => process.exit());
} else {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const child = fork(import.meta.filename, ['child']);
    child.on('message', () =>
      console.log(JSON.stringify({ pids: [process.pid, child.pid], port: server.address().port })),
    );
    child.send('take', server);
  });
  process.stdin.resume().on('end', () => process.exit());
}
