/**
 * Answers every request with a page: answer.mjs HOST PORT [KEY_FILE CERT_FILE]. Speaks TLS when it is given a certificate.
 * Port 0 takes any of 20000-29999. Prints pid and port as JSON, ends with its input.
 */
import { readFileSync } from 'node:fs';
import { createServer as createPlain } from 'node:http';
import { createServer as createSecure } from 'node:https';

const [host, wanted, key, cert] = process.argv.slice(2);
const reply = (_request, response) => response.end('<title>Here</title>');
const server = key
  ? createSecure({ key: readFileSync(key), cert: readFileSync(cert) }, reply)
  : createPlain(reply);

server.on('error', (error) => {
  if (error.code === 'EADDRINUSE' && wanted === '0') listen();
  else throw error;
});

function listen() {
  const port = Number(wanted) || 20_000 + Math.floor(Math.random() * 10_000);
  server.listen({ host, port, ipv6Only: true });
}

server.on('listening', () => console.log(JSON.stringify({ pid: process.pid, port: server.address().port })));
process.stdin.on('end', () => process.exit()).resume();
listen();
