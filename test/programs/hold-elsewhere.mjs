/** Listens on 127.0.0.1 beside somebody who has the port on ::1: hold-elsewhere.mjs PORT. Ends with its input. */
import { createServer } from 'node:net';

const port = Number(process.argv[2]);
createServer().listen(port, '127.0.0.1', () => console.log(JSON.stringify({ pid: process.pid, port })));
process.stdin.on('end', () => process.exit()).resume();
