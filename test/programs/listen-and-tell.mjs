import { createServer } from 'node:net';

/** Listens, answers every connection with `hello`, keeps it open, and prints one line of JSON. */
export function listenAndTell(port, host = '127.0.0.1') {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('hello\n');
  });
  server.listen({ port, host, ipv6Only: host === '::' }, () => {
    console.log(JSON.stringify({ pid: process.pid, port: server.address().port }));
  });
  server.on('error', (error) => {
    console.log(JSON.stringify({ error: error.code }));
    process.exit(1);
  });
  return server;
}
