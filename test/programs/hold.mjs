/**
 * Holds sockets until it is ended: hold.mjs [tcp:ADDRESS:PORT | udp:ADDRESS:PORT | ignore-terminate]...
 * Port 0 takes any. Prints one line of JSON with the ports in order, and `terminated` when it is asked to end. Ends with
 * its input, so also when the test run dies.
 */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

const ports = [];
for (const word of process.argv.slice(2)) {
  const [, kind, address, port] = /^(tcp|udp):(.*):(\d+)$/.exec(word) ?? [];
  if (kind === 'tcp') {
    const server = createServer((socket) => socket.destroy()).listen(Number(port), address);
    await once(server, 'listening');
    ports.push(server.address().port);
  } else if (kind === 'udp') {
    const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
    socket.bind(Number(port), address);
    await once(socket, 'listening');
    ports.push(socket.address().port);
  }
}

if (process.argv.includes('ignore-terminate')) process.on('SIGTERM', () => console.log('terminated'));
process.stdin.on('end', () => process.exit()).resume();
console.log(JSON.stringify(ports));
