/** Serves in a language of its own until it is ended: speak.mjs http|https|grpc|ws PORT [KEY CERTIFICATE] */
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';

const [kind, port, key, certificate] = process.argv.slice(2);
const address = { port: Number(port), host: '127.0.0.1' };

const page = (_request, response) => {
  response.setHeader('content-type', 'text/html');
  response.end('<title>Node here</title>');
};
const complain = (error) => console.log(`error: ${error.message}`);

switch (kind) {
  case 'http':
    http.createServer(page).on('clientError', complain).listen(address);
    break;
  case 'https':
    https.createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, page).listen(address);
    break;
  case 'ws': {
    const { WebSocketServer } = await import('ws');
    new WebSocketServer(address).on('connection', () => console.log('a session began'));
    break;
  }
  case 'grpc': {
    const { Server, ServerCredentials } = await import('@grpc/grpc-js');
    const server = new Server();
    server.bindAsync(`${address.host}:${port}`, ServerCredentials.createInsecure(), (error) => {
      if (error) throw error;
    });
    break;
  }
}
