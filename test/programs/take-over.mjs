// take-over.mjs PORT: takes the port as soon as nobody else holds it.
import { createServer } from 'node:net';
import { endWithInput } from './end-with-input.mjs';

endWithInput();
const port = Number(process.argv[2]);
console.log(JSON.stringify({ pid: process.pid, port }));
attempt();

function attempt() {
  const server = createServer();
  server.once('error', () => setTimeout(attempt, 20));
  server.listen(port, '127.0.0.1');
}
