/**
 * Holds sockets until it is ended: hold.mjs [tcp:ADDRESS:PORT | udp:ADDRESS:PORT | ignore-terminate]...
 * Prints one line of JSON with the ports in order, and `terminated` when it is asked to end. Ends with its input, so also
 * when the test run dies.
 *
 * Port 0 takes any of 20000-29999. No system hands these out by itself, so the number of a test stays its own: nobody else
 * takes it when it is let go, and a kill by port meets no stranger.
 */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

async function open(kind, address, port) {
  const socket = kind === 'tcp' ? createServer((client) => client.destroy()) : createSocket(udpType(address));
  if (kind === 'tcp') socket.listen(port, address);
  else socket.bind(port, address);
  await once(socket, 'listening');
  return port;
}

function udpType(address) {
  return address.includes(':') ? 'udp6' : 'udp4';
}

async function openAny(kind, address) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await open(kind, address, 20_000 + Math.floor(Math.random() * 10_000));
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || attempt === 50) throw error;
    }
  }
}

const ports = [];
for (const word of process.argv.slice(2)) {
  const [, kind, address, port] = /^(tcp|udp):(.*):(\d+)$/.exec(word) ?? [];
  if (kind) ports.push(port === '0' ? await openAny(kind, address) : await open(kind, address, Number(port)));
}

if (process.argv.includes('ignore-terminate')) process.on('SIGTERM', () => console.log('terminated'));
process.stdin.on('end', () => process.exit()).resume();
console.log(JSON.stringify(ports));
