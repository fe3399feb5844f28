/** serve-titled.mjs PORT ...: an ordinary server that writes a title over its arguments, as Next.js does. */
import { createServer } from 'node:http';

createServer().listen(Number(process.argv[2]), '127.0.0.1', () => {
  process.title = 'titled-server (v1)';
  console.log(JSON.stringify({ pid: process.pid, port: Number(process.argv[2]) }));
});
