// connect-and-stay.mjs PORT: a client that stays connected and says whether it lives: it outlives the server.
import { connect } from 'node:net';
import { endWithInput } from './end-with-input.mjs';

endWithInput();
const socket = connect(Number(process.argv[2]), '127.0.0.1');
socket.on('error', () => undefined);
socket.once('data', () => console.log(JSON.stringify({ pid: process.pid, port: socket.localPort })));
setInterval(() => undefined, 1000);
