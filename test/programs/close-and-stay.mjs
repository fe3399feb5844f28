/** close-and-stay.mjs PORT: a server that gives up its port at SIGUSR2 and goes on. */
import { createServer } from 'node:http';

const server = createServer();
process.on('SIGUSR2', () => server.close());
setInterval(() => undefined, 1000);
server.listen(Number(process.argv[2]), '127.0.0.1', () => {
  console.log(JSON.stringify({ pid: process.pid, port: Number(process.argv[2]) }));
});
