/** serve-and-stay.mjs PORT [::1] ...: an ordinary server that says where it listens and looks at no input. */
import { createServer } from 'node:http';

const server = createServer((_, response) => response.end('here\n'));
const host = process.argv[3] === '::1' ? '::1' : '127.0.0.1';
server.listen(Number(process.argv[2]), host, () => {
  console.log(JSON.stringify({ pid: process.pid, port: server.address().port }));
  console.log(`listening with umask ${process.umask().toString(8)}`);
});
