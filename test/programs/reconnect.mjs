// reconnect.mjs PORT: a client that connects again whenever its connection was lost.
import { connect } from 'node:net';
import { endWithInput } from './end-with-input.mjs';

endWithInput();
const port = Number(process.argv[2]);
console.log(JSON.stringify({ pid: process.pid, port }));
open();

function open() {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined).resume();
  socket.once('close', () => setTimeout(open, 3));
}
